package shadewalk.trace;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shadewalk.scenario.PackedFile;

/// What a real kernel did, read line by line from a file: plain event lines (`.ev`), or the text of
/// `/sys/kernel/tracing/trace`, from which the columns of task, processor and time are taken off
/// and host addresses are replaced by names.
///
/// Only one step is held in memory at a time.
public final class Recording implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 16;

    /// Task and number, processor, flags, time, and then what happened.
    private static final Pattern FTRACE =
            Pattern.compile("\\s*\\S+\\s+\\[\\d+]\\s+\\S+\\s+[\\d.]+: (.*)");

    private static final Pattern LOST = Pattern.compile("CPU:\\d+ \\[LOST (\\d+) EVENTS].*");

    private final InputStream in;
    private final Deque<String> ready = new ArrayDeque<>();
    private final HostNames names = new HostNames();
    private long line;
    private boolean begun;
    private boolean raw;

    private Recording(InputStream in) {
        this.in = in;
    }

    /// Opens a file, packed with gzip or not.
    public static Recording open(Path file) throws RecordingProblem {
        return open(file, in -> in);
    }

    /// The same, and something around the unpacked bytes that may stop reading them.
    public static Recording open(Path file, UnaryOperator<InputStream> around)
            throws RecordingProblem {
        if (Files.isDirectory(file)) {
            throw new RecordingProblem(0, PROBLEMS.get("recording.folder-name-recording"));
        }
        try {
            return of(around.apply(PackedFile.open(file)));
        } catch (NoSuchFileException _) {
            throw new RecordingProblem(0, PROBLEMS.get("file.absent"));
        } catch (AccessDeniedException _) {
            throw new RecordingProblem(0, PROBLEMS.get("recording.file-may-not"));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads from a stream and closes it in the end.
    public static Recording of(InputStream in) {
        return new Recording(new BufferedInputStream(in, 1 << 16));
    }

    /// The next line that is not empty, or null at the end.
    public @Nullable String next() throws RecordingProblem {
        if (!begun) {
            begin();
        }
        if (raw) {
            return nextOfRaw();
        }
        String text = ready.isEmpty() ? readLine() : ready.remove();
        while (text != null && text.isBlank()) {
            text = readLine();
        }
        return text == null ? null : text.stripTrailing();
    }

    /// Finds out which of the two forms the file has.
    private void begin() throws RecordingProblem {
        begun = true;
        String text = readLine();
        while (text != null && (text.isBlank() || text.startsWith("#"))) {
            text = readLine();
        }
        if (text == null) {
            throw new RecordingProblem(0, PROBLEMS.get("recording.there-no-event"));
        }
        raw = FTRACE.matcher(text).matches() || LOST.matcher(text).matches();
        if (!raw && !text.startsWith("scenario ")) {
            throw new RecordingProblem(line, PROBLEMS.get("recording.no-recording-should"));
        }
        if (raw) {
            addRaw(text);
        } else {
            ready.add(text);
        }
    }

    /// Lines wait until their step is complete, since a table keeps its name if it hangs in the
    /// same place before and after the step.
    private @Nullable String nextOfRaw() throws RecordingProblem {
        while (true) {
            String text = names.next();
            if (text != null) {
                return text;
            }
            String more = readLine();
            if (more == null) {
                names.end();
                return names.next();
            }
            addRaw(more);
        }
    }

    private void addRaw(String text) throws RecordingProblem {
        var lost = LOST.matcher(text);
        if (lost.matches()) {
            throw new RecordingProblem(
                    line, PROBLEMS.get("recording.events-were-lost", lost.group(1)));
        }
        var columns = FTRACE.matcher(text);
        if (!text.startsWith("#") && columns.matches()) {
            names.add(columns.group(1));
        }
    }

    private @Nullable String readLine() throws RecordingProblem {
        line++;
        byte[] bytes = new byte[256];
        int length = 0;
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    return length == 0 ? null : text(bytes, length);
                }
                if (length == LONGEST_LINE) {
                    throw new RecordingProblem(line, PROBLEMS.get("recording.line-has-more"));
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, length * 2);
                }
                bytes[length++] = (byte) next;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return text(bytes, length);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static RecordingProblem unreadable(IOException e) {
        return new RecordingProblem(0, PROBLEMS.get("file.unreadable", e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
