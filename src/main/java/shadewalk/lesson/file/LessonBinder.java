package shadewalk.lesson.file;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Exercise;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Show;
import shadewalk.lesson.Source;
import shadewalk.lesson.Stop;
import shadewalk.lesson.json.Places;
import shadewalk.read.Picture;

/// Turns a file that has the right shape into a [Lesson].
final class LessonBinder {

    private LessonBinder() {}

    /// @param digest of the lesson as its author wrote it, whatever language it is in now
    static Lesson lesson(JsonObject json, String digest, Places places) {
        Parts parts = new Parts(json);
        return new Lesson(
                parts.text("id"),
                parts.text("title"),
                parts.text("language"),
                parts.whole("minutes", 0),
                parts.text("goal"),
                parts.texts("needs"),
                BlueprintBinder.machine(parts.object("machine")),
                stops(parts.objects("steps")),
                parts.objects("sources").stream().map(LessonBinder::source).toList(),
                parts.optional("teaching").map(LessonBinder::teaching).orElse(Lesson.Teaching.NONE),
                parts.optional("exercise").map(LessonBinder::exercise).orElse(null),
                digest,
                places);
    }

    private static Exercise exercise(Parts exercise) {
        return new Exercise(exercise.text("template"), exercise.number("seed", 0));
    }

    private static List<Stop> stops(List<Parts> steps) {
        List<Stop> stops = new ArrayList<>();
        for (Parts step : steps) {
            stops.add(stop(step, "step-" + (stops.size() + 1)));
        }
        return stops;
    }

    private static Stop stop(Parts step, String standardId) {
        return new Stop(
                step.text("id", standardId),
                step.text("title"),
                step.prose("narration"),
                step.text("from", ""),
                step.flag("whatIf"),
                step.texts("actions"),
                step.optional("until").map(LessonBinder::filter).orElse(null),
                show(step.object("show")),
                step.objects("expect").stream().map(FactBinder::fact).toList(),
                step.optional("question").map(QuestionBinder::question).orElse(null),
                step.text("figure", ""),
                step.objects("markers").stream().map(LessonBinder::marker).toList());
    }

    private static Stop.Marker marker(Parts marker) {
        return new Stop.Marker(marker.text("name"), filter(marker.object("at")));
    }

    static EventFilter filter(Parts filter) {
        return new EventFilter(
                filter.text("event"), filter.dictionary("with"), filter.whole("nth", 1));
    }

    private static Show show(Parts show) {
        return new Show(
                Picture.valueOf(show.text("view").toUpperCase(Locale.ROOT)),
                show.text("address", ""),
                show.text("select", ""),
                show.text("deal", ""),
                show.whole("zoom", 0),
                show.objects("callouts").stream()
                        .map(callout -> new Show.Callout(callout.text("at"), callout.text("text")))
                        .toList(),
                show.prose("alt"));
    }

    private static Source source(Parts source) {
        Source.Kind kind = Source.Kind.valueOf(source.text("kind").toUpperCase(Locale.ROOT));
        return new Source(
                kind,
                source.text(SourceFormat.title(kind)),
                source.text(SourceFormat.where(kind)),
                source.text("by", ""),
                source.text("date", ""),
                source.text("note", ""));
    }

    private static Lesson.Teaching teaching(Parts teaching) {
        return new Lesson.Teaching(
                teaching.objects("misconceptions").stream()
                        .map(m ->
                                new Lesson.Misconception(
                                        m.text("belief"), m.text("answer"), m.text("step", "")))
                        .toList(),
                teaching.prose("notes"),
                teaching.texts("discussion"));
    }
}
