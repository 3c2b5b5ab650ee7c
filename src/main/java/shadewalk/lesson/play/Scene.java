package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import shadewalk.lesson.Question;
import shadewalk.lesson.Stop;
import shadewalk.lesson.prose.Markdown;
import shadewalk.lesson.prose.Prose;
import shadewalk.lesson.prose.ProseText;
import shadewalk.read.Note;
import shadewalk.read.Plot;
import shadewalk.read.View;
import shadewalk.scenario.Step;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.text.ReadingTime;
import shadewalk.x86.Gva;

/// A stop of a lesson that has been played.
///
/// @param stop with its values filled in, except in Markdown, which [#fill] fills
/// @param number counted from 0
/// @param run which of the performance's timelines it is on; a stop that goes on from an earlier
///   one begins a new timeline
/// @param timeline that whole timeline
/// @param from position at which the stop begins
/// @param to position at which it ends and the picture halts
/// @param trail the steps done since the guest started, up to here
/// @param view what the author wants seen at its end
public record Scene(
        Stop stop,
        int number,
        int run,
        Timeline timeline,
        int from,
        int to,
        Stretch moment,
        List<Step> trail,
        View view) {

    public Scene {
        trail = List.copyOf(trail);
    }

    /// What is told here, with every value filled in.
    public Prose narration() {
        return fill(stop.narration());
    }

    /// A text of the lesson with every value filled in as it is here. A value that comes to
    /// nothing, which [LessonCheck] reports, shows as its expression.
    public Prose fill(String markdown) {
        Prose prose = Markdown.read(markdown).prose();
        Map<String, String> values = new HashMap<>();
        for (String expression : prose.expressions()) {
            try {
                values.put(expression, moment.evaluate(expression).text());
            } catch (Unresolved e) {
                values.put(expression, "{{" + expression + "}}");
            }
        }
        return prose.with(values);
    }

    /// The moments that the narration speaks of, in the order of the text. One that does not come,
    /// which [LessonCheck] reports, is that of the words before it.
    public List<Cue> cues() {
        List<Cue> cues = new ArrayList<>();
        int before = from;
        for (String at : Markdown.read(stop.narration()).prose().cues()) {
            Cue cue = cue(at, before);
            cues.add(cue);
            before = cue.position();
        }
        return cues;
    }

    /// How many words are told at a position, all that are not about a moment at its beginning.
    public int words(int position) {
        List<String> passages = ProseText.passages(narration());
        List<Cue> cues = cues();
        int words = position == from ? ReadingTime.words(passages.getFirst()) : 0;
        for (int i = 0; i < cues.size(); i++) {
            words +=
                    cues.get(i).position() == position ? ReadingTime.words(passages.get(i + 1)) : 0;
        }
        return words;
    }

    private Cue cue(String at, int before) {
        try {
            return Cue.of(at, stop.markers(), moment, before);
        } catch (Unresolved _) {
            return new Cue(before, Optional.empty());
        }
    }

    /// Where playing rests, within the stop: at the turns of the plot, behind what the narration
    /// tells sentence by sentence, and where the author says so.
    public Set<Integer> rests() {
        Set<Integer> rests = new HashSet<>();
        IntStream.range(from + 1, to).filter(p -> Plot.turns(timeline, p)).forEach(rests::add);
        rests.removeAll(passed());
        stop.rests().forEach(rest -> moment.behind(rest).ifPresent(rests::add));
        cues().forEach(cue -> rests.add(cue.position()));
        return rests;
    }

    private Set<Integer> passed() {
        Set<Integer> passed = new HashSet<>();
        stop.through().forEach(turns -> passed.addAll(moment.allBehind(turns)));
        return passed;
    }

    /// The moments of this stop that have names, by their positions: right behind the event. One
    /// that does not happen, which [LessonCheck] reports, is left out.
    public SortedMap<Integer, String> flags() {
        SortedMap<Integer, String> flags = new TreeMap<>();
        for (Stop.Marker marker : stop.markers()) {
            moment.behind(marker.at())
                    .ifPresent(position -> flags.putIfAbsent(position, marker.name()));
        }
        return flags;
    }

    /// What is seen at its end: the author may want the quadrants dealt out in part.
    public View shown() {
        return dealt().map(view::dealtTo).orElse(view);
    }

    /// The same once its question is answered: what proves the answer is pointed out, and nothing
    /// else.
    public View proven() {
        return proof().map(List::of).map(shown()::noting).orElseGet(this::shown);
    }

    /// What proves the answer to its question, and why; nothing where the author points at nothing.
    public Optional<Note> proof() {
        return Optional.ofNullable(stop.question())
                .map(Question::proof)
                .flatMap(proof -> moment.idOf(proof.at()).map(id -> new Note(id, proof.text())));
    }

    /// The address up to which the quadrants are dealt out; nothing for all of them.
    public Optional<Gva> dealt() {
        return moment.addressOf(stop.show().deal());
    }

    /// The events of this stop, in order.
    public List<MmuEvent> events() {
        return IntStream.range(from, to).mapToObj(timeline::event).toList();
    }
}
