package shadewalk.lesson.play;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import shadewalk.state.Outcome;
import shadewalk.x86.PageFault;

/// What a lesson may say of how an action ended.
final class Results {

    private Results() {}

    /// The parts of an outcome, what matters most first.
    static Map<String, Value> parts(Outcome outcome) {
        Map<String, Value> parts = new LinkedHashMap<>();
        switch (outcome) {
            case Outcome.Done _ -> parts.put("kind", Value.word("done"));
            case Outcome.Value(var value, var bytes) -> {
                parts.put("value", Value.hex(value, bytes * 8));
                parts.put("kind", Value.word("value"));
            }
            case Outcome.Exception(var vector, var error, var cr2, var ip) -> {
                parts.put("vector", Value.decimal(vector));
                parts.put("kind", Value.word("exception"));
                parts.put("error", Value.hex(error));
                parts.put("bits", Value.word(PageFault.names(error)));
                parts.put("cr2", Value.hex(cr2.raw()));
                parts.put("ip", Value.hex(ip.raw()));
            }
            case Outcome.DirtyFrames(var gfns) -> {
                parts.put(
                        "gfns",
                        Value.word(
                                gfns.stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(" "))));
                parts.put("kind", Value.word("dirty"));
            }
            case Outcome.Refused(_, var errno) -> {
                parts.put("errno", Value.decimal(errno));
                parts.put("kind", Value.word("refused"));
            }
            case Outcome.Fatal(var reason) -> {
                parts.put("reason", Value.word(reason));
                parts.put("kind", Value.word("fatal"));
            }
        }
        return parts;
    }
}
