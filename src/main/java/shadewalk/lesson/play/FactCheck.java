package shadewalk.lesson.play;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fact;

/// Asks the engine whether a lesson's facts are so.
final class FactCheck {

    private final Moment moment;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private FactCheck(Moment moment) {
        this.moment = moment;
    }

    /// What is not so: sentences by the part of the fact they are about (`.is.P`, or empty for the
    /// whole fact).
    static Map<String, String> check(Fact fact, Moment moment) {
        FactCheck check = new FactCheck(moment);
        check.check(fact);
        return check.problems;
    }

    private void check(Fact fact) {
        switch (fact) {
            case Fact.Events events ->
                    attempt("", () -> events(moment.count(events.filter()), events.count()));
            case Fact.GuestEntry(var which, var is) -> fields("gpte " + which, ".is", is);
            case Fact.ShadowEntry(var which, var is) -> fields("spte " + which, ".is", is);
            case Fact.RoleOf(var which, var is) -> fields("role " + which, ".is", is);
            case Fact.Pages(var with, var count) ->
                    attempt(
                            "",
                            () -> {
                                int found = Pages.count(moment.state(), moment.plain(with));
                                if (found != count) {
                                    problems.put(
                                            "",
                                            found + " such shadow pages are there, not " + count);
                                }
                            });
            case Fact.Counter(var stat, var is) -> value("stat " + stat.kernelName(), ".is", is);
            case Fact.Moved(var stat, var by) -> value("moved " + stat.kernelName(), ".by", by);
            case Fact.Result(var is) -> fields("result", ".result", is);
            case Fact.Holds(var expression, var is) -> value(expression, ".is", is);
        }
    }

    private void events(int found, @Nullable Integer count) {
        if (count == null && found == 0) {
            problems.put("", "no such event happens in this step");
        } else if (count != null && found != count) {
            problems.put(".count", found + " such events happen in this step, not " + count);
        }
    }

    private void fields(String expression, String path, Map<String, String> is) {
        is.forEach(
                (field, expected) -> value(expression + " " + field, path + "." + field, expected));
    }

    private void value(String expression, String path, String expected) {
        attempt(
                path,
                () -> {
                    Value value = moment.evaluate(expression);
                    if (!moment.matches(value, expected)) {
                        problems.put(path, expression + " is " + value + " here, not " + expected);
                    }
                });
    }

    private interface Attempt {
        void run() throws Unresolved;
    }

    private void attempt(String path, Attempt attempt) {
        try {
            attempt.run();
        } catch (Unresolved e) {
            problems.put(path, e.why());
        }
    }
}
