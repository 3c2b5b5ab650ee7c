package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fact;

/// Asks the engine whether a lesson's facts are so.
final class FactCheck {

    private final Stretch moment;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private FactCheck(Stretch moment) {
        this.moment = moment;
    }

    /// What is not so: sentences by the part of the fact they are about (`.is.P`, or empty for the
    /// whole fact).
    static Map<String, String> check(Fact fact, Stretch moment) {
        FactCheck check = new FactCheck(moment);
        check.check(fact);
        return check.problems;
    }

    private void check(Fact fact) {
        switch (fact) {
            case Fact.Events events ->
                    attempt("", () -> events(moment.count(events.filter()), events.count()));
            case Fact.GuestEntry(var which, var is) ->
                    fields(PROBLEMS.get("fact-check.gpte", which), ".is", is);
            case Fact.ShadowEntry(var which, var is) ->
                    fields(PROBLEMS.get("fact-check.spte", which), ".is", is);
            case Fact.RoleOf(var which, var is) ->
                    fields(PROBLEMS.get("fact-check.role", which), ".is", is);
            case Fact.Pages(var with, var count) ->
                    attempt(
                            "",
                            () -> {
                                int found = Pages.count(moment.state(), moment.plain(with));
                                if (found != count) {
                                    problems.put(
                                            "",
                                            PROBLEMS.get(
                                                    "fact-check.such-shadow-pages", found, count));
                                }
                            });
            case Fact.Counter(var stat, var is) ->
                    value(PROBLEMS.get("fact-check.stat", stat.kernelName()), ".is", is);
            case Fact.Moved(var stat, var by) ->
                    value(PROBLEMS.get("fact-check.moved", stat.kernelName()), ".by", by);
            case Fact.Result(var is) -> fields("result", ".result", is);
            case Fact.Holds(var expression, var is) -> value(expression, ".is", is);
        }
    }

    private void events(int found, @Nullable Integer count) {
        if (count == null && found == 0) {
            problems.put("", PROBLEMS.get("fact-check.no-such-event"));
        } else if (count != null && found != count) {
            problems.put(".count", PROBLEMS.get("fact-check.such-events-happen", found, count));
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
                        problems.put(
                                path,
                                PROBLEMS.get("fact-check.here-not", expression, value, expected));
                    }
                });
    }

    private void attempt(String path, Unresolved.Work attempt) {
        try {
            attempt.run();
        } catch (Unresolved e) {
            problems.put(path, e.why());
        }
    }
}
