package shadewalk.read.ask;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import shadewalk.read.Changes;
import shadewalk.read.KernelFunction;
import shadewalk.read.Moment;
import shadewalk.read.Thing;
import shadewalk.read.Told;
import shadewalk.read.ask.Section.Fact;
import shadewalk.read.ask.Section.Part;
import shadewalk.read.ask.Section.Target;
import shadewalk.read.tell.EventLine;
import shadewalk.state.MmuEvent;

/// Gathers facts. Their labels are `fact.ID` in `window.properties`.
final class FactList {

    /// More links than this do not help any more; the rest is counted.
    private static final int MOST_LINKS = 12;

    private final List<Fact> facts = new ArrayList<>();

    FactList() {}

    Section.Facts section() {
        return new Section.Facts(facts);
    }

    FactList text(String id, String text) {
        return add(id, List.of(new Part(text, new Target.None())));
    }

    /// A text of `window.properties` as the answer.
    FactList words(String id, String key, Object... values) {
        return text(id, ANSWERS.get(key, values));
    }

    FactList link(String id, String text, Thing thing) {
        return add(id, List.of(new Part(text, new Target.ToThing(thing))));
    }

    /// Links to things, by their addresses; without any, the word for none.
    FactList links(String id, List<? extends Thing> things) {
        if (things.isEmpty()) {
            return words(id, "fact.none");
        }
        return add(id, parts(things));
    }

    private List<Part> parts(List<? extends Thing> things) {
        List<Part> parts = new ArrayList<>();
        for (Thing thing : things.subList(0, Math.min(MOST_LINKS, things.size()))) {
            parts.add(new Part(name(thing), new Target.ToThing(thing)));
        }
        if (things.size() > MOST_LINKS) {
            parts.add(
                    new Part(
                            ANSWERS.get("fact.more", things.size() - MOST_LINKS),
                            new Target.None()));
        }
        return parts;
    }

    private static String name(Thing thing) {
        return thing instanceof Thing.RootEntry ? thing.written() : thing.id();
    }

    /// A sentence and the word of the glossary that it is about.
    FactList term(String id, String sentence, String word, String term) {
        return add(
                id,
                List.of(
                        new Part(sentence, new Target.None()),
                        new Part(word, new Target.ToTerm(term))));
    }

    /// Links to things behind the answer that was given last.
    void more(List<? extends Thing> things) {
        Fact last = facts.removeLast();
        List<Part> parts = new ArrayList<>(last.parts());
        parts.addAll(parts(things));
        facts.add(new Fact(last.id(), last.label(), parts));
    }

    /// What changed a thing last and where the kernel does it, with a way there.
    FactList changed(Moment moment, Thing thing) {
        OptionalInt last = Changes.last(moment.timeline(), moment.position(), thing);
        if (last.isEmpty()) {
            return words("changed", "fact.unchanged");
        }
        int position = last.getAsInt();
        MmuEvent event = moment.timeline().event(position - 1);
        KernelFunction function = Told.of(event).function();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(ANSWERS.get("fact.event", position), new Target.ToPosition(position)));
        parts.add(new Part(EventLine.of(event).words(), new Target.None()));
        if (function.known()) {
            parts.add(new Part(function.toString(), new Target.None()));
        }
        return add("changed", parts);
    }

    private FactList add(String id, List<Part> parts) {
        facts.add(new Fact(id, ANSWERS.get("fact." + id), parts));
        return this;
    }
}
