package shadewalk.export.data;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;
import shadewalk.bits.Hex;
import shadewalk.lesson.Lesson;
import shadewalk.scenario.Timeline;
import shadewalk.state.Registers;
import shadewalk.state.Stat;
import shadewalk.state.State;

/// A run up to a position as a file of data. Rows are written one after the other and not kept.
public final class DataFile {

    /// What a table of rows holds.
    public enum Kind {
        /// A row for everything that happened.
        EVENTS,
        /// A row for every entry of a guest table or shadow page that is not zero.
        TABLES
    }

    /// What a spreadsheet would take for a formula if it stood first in a cell.
    private static final String FORMULA = "=+-@\t\r";

    private DataFile() {}

    /// Writes comma-separated values in UTF-8, a row of names first; `out` stays open. A text that
    /// a spreadsheet would compute begins with an apostrophe.
    ///
    /// Source: RFC 4180.
    ///
    /// @param position 0 to the size of the timeline
    public static void csv(Kind kind, Timeline timeline, int position, OutputStream out)
            throws IOException {
        SequencedSet<String> columns =
                new LinkedHashSet<>(
                        switch (kind) {
                            case EVENTS -> EventRows.COLUMNS;
                            case TABLES -> EntryRows.COLUMNS;
                        });
        rows(kind, timeline, position).forEach(row -> columns.addAll(row.keySet()));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(writer, columns);
        for (var row : (Iterable<Map<String, String>>) rows(kind, timeline, position)::iterator) {
            line(writer, columns.stream().map(c -> row.getOrDefault(c, "")).toList());
        }
        writer.flush();
    }

    private static Stream<Map<String, String>> rows(Kind kind, Timeline timeline, int position) {
        return switch (kind) {
            case EVENTS -> EventRows.of(timeline, position);
            case TABLES -> EntryRows.of(timeline.at(position));
        };
    }

    private static void line(Writer writer, Iterable<String> cells) throws IOException {
        String comma = "";
        for (String cell : cells) {
            writer.append(comma).append(cell(cell));
            comma = ",";
        }
        writer.append("\r\n");
    }

    static String cell(String text) {
        String plain = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted =
                plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    /// Writes everything as one JSON object in UTF-8: where it comes from, registers, counters,
    /// events and tables; `out` stays open.
    ///
    /// @param source what it is, in a line
    /// @param position 0 to the size of the timeline
    public static void json(String source, Timeline timeline, int position, OutputStream out)
            throws IOException {
        State state = timeline.at(position);
        JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        json.setIndent(" ");
        json.setHtmlSafe(true);
        json.beginObject();
        json.name("source").value(source);
        json.name("kernel").value(Lesson.KERNEL);
        json.name("position").value(position);
        json.name("registers").beginObject();
        for (Registers.Name name : Registers.Name.values()) {
            json.name(name.name().toLowerCase(Locale.ROOT));
            json.value(Hex.prefixed(state.cpu().registers().get(name)));
        }
        json.endObject();
        json.name("counters").beginObject();
        for (Stat stat : Stat.values()) {
            json.name(stat.kernelName()).value(state.stats().get(stat));
        }
        json.endObject();
        array(json, "events", EventRows.of(timeline, position));
        array(json, "entries", EntryRows.of(state));
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private static void array(JsonWriter json, String name, Stream<Map<String, String>> rows)
            throws IOException {
        json.name(name).beginArray();
        for (var row : (Iterable<Map<String, String>>) rows::iterator) {
            json.beginObject();
            for (Map.Entry<String, String> value : row.entrySet()) {
                json.name(value.getKey()).value(value.getValue());
            }
            json.endObject();
        }
        json.endArray();
    }
}
