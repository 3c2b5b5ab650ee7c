package shadewalk.export.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    /// Hands over the events before a position, one after the other.
    static void each(Timeline timeline, int position, Consumer<Map<String, String>> row) {
        TraceWords words = new TraceWords(HostNaming.NUMBERS);
        for (int i = 0; i < position; i++) {
            MmuEvent event = timeline.event(i);
            Map<String, String> values = new LinkedHashMap<>();
            values.put("position", String.valueOf(i + 1));
            values.put("step", String.valueOf(timeline.stepOf(i + 1)));
            values.put("event", EventParts.nameOf(event));
            String line = words.of(event);
            values.put("kernel", line == null ? "" : line);
            EventParts.of(event).forEach((name, value) -> values.put(name, value.text()));
            row.accept(values);
        }
    }
}
