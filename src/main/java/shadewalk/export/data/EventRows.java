package shadewalk.export.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shadewalk.lesson.play.EventParts;
import shadewalk.read.tell.HostNaming;
import shadewalk.read.tell.TraceWords;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;

/// The events of a run, each as named values: its position, its step, its name, the kernel's own
/// line for it, and its parts under the names that lessons use.
final class EventRows {

    /// What every row has.
    static final List<String> COLUMNS = List.of("position", "step", "event", "kernel");

    private EventRows() {}

    /// The events before a position, in their order.
    static Stream<Map<String, String>> of(Timeline timeline, int position) {
        TraceWords words = new TraceWords(HostNaming.NUMBERS);
        return IntStream.range(0, position)
                .mapToObj(i -> {
                    MmuEvent event = timeline.event(i);
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("position", String.valueOf(i + 1));
                    values.put("step", String.valueOf(timeline.stepOf(i + 1)));
                    values.put("event", EventParts.nameOf(event));
                    values.put("kernel", Objects.requireNonNullElse(words.of(event), ""));
                    EventParts.of(event).forEach((name, value) -> values.put(name, value.text()));
                    return values;
                });
    }
}
