package shadewalk.lesson.file;

import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Fact;

/// Turns the facts of a file into [Fact]s.
final class FactBinder {

    private FactBinder() {}

    static Fact fact(Parts fact) {
        if (fact.has("event")) {
            return new Fact.Events(
                    new EventFilter(fact.text("event"), fact.dictionary("with"), 1),
                    fact.has("count") ? fact.whole("count", 0) : null);
        }
        if (fact.has("gpte")) {
            return new Fact.GuestEntry(fact.text("gpte"), fact.dictionary("is"));
        }
        if (fact.has("spte")) {
            return new Fact.ShadowEntry(fact.text("spte"), fact.dictionary("is"));
        }
        if (fact.has("role")) {
            return new Fact.RoleOf(fact.text("role"), fact.dictionary("is"));
        }
        if (fact.has("pages")) {
            return new Fact.Pages(fact.dictionary("pages"), fact.whole("count", 0));
        }
        if (fact.has("stat")) {
            return new Fact.Counter(fact.text("stat"), false, fact.text("is"));
        }
        if (fact.has("moved")) {
            return new Fact.Counter(fact.text("moved"), true, fact.text("by"));
        }
        if (fact.has("result")) {
            return new Fact.Result(fact.dictionary("result"));
        }
        return new Fact.Value(fact.text("value"), fact.text("is"));
    }
}
