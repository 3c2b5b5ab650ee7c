package shadewalk.export.data;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
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

    /// Something that hands over rows of named values.
    private interface Rows {
        void each(Consumer<Map<String, String>> row);
    }

    private DataFile() {}

    /// Writes comma-separated values in UTF-8, a row of names first; `out` stays open. A text that
    /// a spreadsheet would compute begins with an apostrophe.
    ///
    /// Source: RFC 4180.
    ///
    /// @param position 0 to the size of the timeline
    public static void csv(Kind kind, Timeline timeline, int position, OutputStream out)
            throws IOException {
        Rows rows = rows(kind, timeline, position);
        SequencedSet<String> columns =
                new LinkedHashSet<>(
                        switch (kind) {
                            case EVENTS -> EventRows.COLUMNS;
                            case TABLES -> EntryRows.COLUMNS;
                        });
        rows.each(row -> columns.addAll(row.keySet()));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            line(writer, columns);
            rows.each(row ->
                    line(writer, columns.stream().map(c -> row.getOrDefault(c, "")).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static Rows rows(Kind kind, Timeline timeline, int position) {
        return switch (kind) {
            case EVENTS -> row -> EventRows.each(timeline, position, row);
            case TABLES -> row -> EntryRows.each(timeline.at(position), row);
        };
    }

    private static void line(Writer writer, Iterable<String> cells) {
        try {
            String comma = "";
            for (String cell : cells) {
                writer.append(comma).append(cell(cell));
                comma = ",";
            }
            writer.append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try {
            array(json, "events", row -> EventRows.each(timeline, position, row));
            array(json, "entries", row -> EntryRows.each(state, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        json.endObject();
        json.flush();
        out.write('\n');
    }

    private static void array(JsonWriter json, String name, Rows rows) throws IOException {
        json.name(name).beginArray();
        rows.each(row -> object(json, row));
        json.endArray();
    }

    private static void object(JsonWriter json, Map<String, String> row) {
        try {
            json.beginObject();
            for (Map.Entry<String, String> value : row.entrySet()) {
                json.name(value.getKey()).value(value.getValue());
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
