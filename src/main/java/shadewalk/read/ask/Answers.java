package shadewalk.read.ask;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import shadewalk.read.Changes;
import shadewalk.read.KernelFunction;
import shadewalk.read.Moment;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.Told;
import shadewalk.read.Twins;
import shadewalk.read.tell.EventLine;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.text.Columns;

/// Answers about a thing at a moment, as lines for a mail. Each says what the window says.
///
/// There is none about a thing that does not exist then.
public final class Answers {

    private final Moment moment;
    private final State state;
    private final Row row;

    public Answers(Moment moment) {
        this.moment = moment;
        this.state = moment.state();
        this.row = new Row(state);
    }

    /// Everything that is known of it.
    public Optional<List<String>> about(Thing thing) {
        return inspect(thing).map(Inspection::lines);
    }

    /// The role of a shadow page, field by field; of a guest table, the roles of all its pages.
    public Optional<List<String>> role(Thing thing) {
        return thing.place()
                .map(place -> place.table().orElse(place))
                .filter(table -> inspect(table).isPresent())
                .map(table -> roles(table))
                .filter(lines -> !lines.isEmpty());
    }

    private List<String> roles(Thing table) {
        List<Thing> pages =
                table instanceof Thing.GuestTable ? Twins.of(state, table) : List.of(table);
        List<String> lines = new ArrayList<>();
        for (Thing page : pages) {
            Inspection known = inspect(page).orElseThrow();
            List<Section> words =
                    known.sections().stream().filter(Section.Word.class::isInstance).toList();
            if (!words.isEmpty()) {
                lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
                lines.addAll(known.head());
                lines.addAll(known.facts(List.of("part", "direct", "key")));
                words.forEach(word -> lines.addAll(Inspection.lines(word)));
            }
        }
        return lines;
    }

    /// What stands for it on the other side.
    public Optional<List<String>> twin(Thing thing) {
        return thing.place().filter(place -> inspect(place).isPresent()).map(this::twins);
    }

    private List<String> twins(Thing.Place place) {
        boolean guests = place instanceof Thing.GuestTable || place instanceof Thing.GuestEntry;
        List<Thing> twins = Twins.of(state, place);
        List<String> lines = new ArrayList<>(inspect(place).orElseThrow().head());
        place.table().ifPresent(_ -> lines.add(row.of(place)));
        lines.add("");
        String side = guests ? "twin.shadow" : "twin.guest";
        lines.addAll(Columns.of(ANSWERS.get(twins.isEmpty() ? side + ".none" : side)));
        for (Thing twin : twins) {
            twin.place().ifPresent(other -> lines.add(row.of(other)));
        }
        return lines;
    }

    /// What leads to it.
    public Optional<List<String>> parents(Thing thing) {
        return facts(thing, List.of("parents", "table"));
    }

    /// Which shadow entries map its frame, or the frame that it maps.
    public Optional<List<String>> rmap(Thing thing) {
        return facts(thing, List.of("maps", "rmap", "rmap.others"));
    }

    private Optional<List<String>> facts(Thing thing, List<String> ids) {
        return inspect(thing)
                .map(known -> {
                    List<String> lines = known.head();
                    List<String> facts = known.facts(ids);
                    lines.addAll(facts.isEmpty() ? List.of(ANSWERS.get("fact.none")) : facts);
                    return lines;
                });
    }

    /// Who changed it last, with the kernel's function for that.
    public Optional<List<String>> who(Thing thing) {
        return inspect(thing)
                .map(known -> {
                    List<String> lines = known.head();
                    OptionalInt last = Changes.last(moment.timeline(), moment.position(), thing);
                    lines.addAll(last.isEmpty() ? unchanged() : changed(last.getAsInt()));
                    return lines;
                });
    }

    private static List<String> unchanged() {
        return Columns.of(ANSWERS.get("who.nobody"));
    }

    private List<String> changed(int position) {
        Timeline run = moment.timeline();
        int step = run.stepOf(position);
        String what =
                step >= 0 && run.event(run.stepStart(step)) instanceof MmuEvent.StepStarted started
                        ? started.words()
                        : "";
        List<String> lines = new ArrayList<>();
        lines.addAll(Columns.of(ANSWERS.get("who.changed", position, run.size(), step, what)));
        MmuEvent event = run.event(position - 1);
        lines.addAll(Columns.behind("  ", EventLine.of(event).words()));
        KernelFunction function = Told.of(event).function();
        if (function.known()) {
            lines.add("  " + function.name() + "(), " + function.file());
        }
        return lines;
    }

    private Optional<Inspection> inspect(Thing thing) {
        return Inspector.of(moment, thing, Telling.ALL);
    }
}
