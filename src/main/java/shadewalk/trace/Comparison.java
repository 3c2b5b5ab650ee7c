package shadewalk.trace;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Holds a model's lines against a recording, line by line.
///
/// Tables may have other names on the two sides: each name of the recording must stand for one name
/// of the model throughout. The recording may have two names for one table, never one for two.
///
/// Steps count as agreeing up to the first difference, since after it the two have parted.
public final class Comparison {

    private static final Pattern TABLE = Pattern.compile("<t\\d+>");
    private static final Pattern STEP = Pattern.compile("step \\d+:.*");
    private static final String SETUP = "setup";
    private static final int BEFORE = 4;
    private static final int AFTER = 3;

    /// The first place where the two sides differ. A side that has ended has no line there.
    ///
    /// @param step the line of the step it happened in, or `setup`
    /// @param before the lines before it, which agree, at most four
    /// @param modelAfter what the model has behind it, at most three lines
    /// @param recordedAfter what the recording has behind it, at most three lines
    public record Difference(
            String step,
            List<String> before,
            @Nullable String model,
            @Nullable String recorded,
            List<String> modelAfter,
            List<String> recordedAfter) {

        private void report(List<String> report) {
            String nothing = ANSWERS.get("comparison.nothing");
            String ours = ANSWERS.get("comparison.model");
            String theirs = ANSWERS.get("comparison.recorded");
            String then = "       " + ANSWERS.get("comparison.then") + " ";
            int room = Math.max(ours.length(), theirs.length()) + 1;
            report.add(ANSWERS.get("comparison.in", step));
            before.forEach(line -> report.add(" ".repeat(room + 2) + line));
            report.add(behind(ours, room) + (model == null ? nothing : model));
            modelAfter.forEach(line -> report.add(then + line));
            report.add(behind(theirs, room) + (recorded == null ? nothing : recorded));
            recordedAfter.forEach(line -> report.add(then + line));
        }

        private static String behind(String head, int room) {
            return "  " + head + " ".repeat(room - head.length());
        }
    }

    /// What came out.
    ///
    /// @param steps how many steps agree
    /// @param allSteps how many the recording has
    /// @param lines how many lines agree
    /// @param allLines how many the recording has
    /// @param difference null if everything agrees
    public record Result(
            int steps, int allSteps, int lines, int allLines, @Nullable Difference difference) {

        public boolean agrees() {
            return difference == null;
        }

        /// What to print: the first difference between its neighbours, if there is one, and last
        /// the summary.
        public List<String> report() {
            List<String> report = new ArrayList<>();
            if (difference != null) {
                difference.report(report);
            }
            report.add(summary());
            return report;
        }

        /// `STEPS of STEPS steps, LINES of LINES lines agree`.
        public String summary() {
            return ANSWERS.get("comparison.summary", steps, allSteps, lines, allLines);
        }
    }

    private final Recording recording;
    private final Map<String, String> standsFor = new HashMap<>();
    private final Deque<String> before = new ArrayDeque<>();
    private final List<String> modelAfter = new ArrayList<>();
    private final List<String> recordedAfter = new ArrayList<>();
    private String step = SETUP;
    private int steps;
    private int allSteps;
    private int lines;
    private int allLines;
    private boolean parted;
    private @Nullable String model;
    private @Nullable String recorded;
    private @Nullable RecordingProblem problem;

    /// Compares with what is still unread of `recording`.
    public Comparison(Recording recording) {
        this.recording = recording;
    }

    /// Whether a difference was found, after which the model may stop.
    public boolean parted() {
        return parted;
    }

    /// Takes the model's next line. If the recording cannot be read there, [#finish] says so.
    public void accept(String line) {
        if (line.isBlank() || problem != null) {
            return;
        }
        if (parted) {
            keep(modelAfter, line);
            return;
        }
        try {
            compare(line, nextRecorded());
        } catch (RecordingProblem e) {
            problem = e;
        }
    }

    private void compare(String ours, @Nullable String theirs) {
        if (theirs == null || !same(ours, theirs)) {
            parted = true;
            model = ours;
            recorded = theirs;
        } else {
            agreed(theirs);
        }
    }

    /// Says what came out, after the model's last line.
    ///
    /// @throws RecordingProblem if the recording could not be read to its end
    public Result finish() throws RecordingProblem {
        if (problem != null) {
            throw problem;
        }
        for (String rest = nextRecorded(); rest != null; rest = nextRecorded()) {
            if (parted) {
                keep(recordedAfter, rest);
            } else {
                parted = true;
                recorded = rest;
            }
        }
        if (!parted) {
            return new Result(steps, allSteps, lines, allLines, null);
        }
        var difference =
                new Difference(
                        step,
                        List.copyOf(before),
                        model,
                        recorded,
                        List.copyOf(modelAfter),
                        List.copyOf(recordedAfter));
        return new Result(Math.max(steps - 1, 0), allSteps, lines, allLines, difference);
    }

    private @Nullable String nextRecorded() throws RecordingProblem {
        String line = recording.next();
        if (line != null) {
            allLines++;
            allSteps += isStep(line) ? 1 : 0;
        }
        return line;
    }

    private void agreed(String line) {
        lines++;
        if (isStep(line)) {
            step = line;
            steps++;
        }
        before.add(line);
        if (before.size() > BEFORE) {
            before.remove();
        }
    }

    private static void keep(List<String> after, String line) {
        if (after.size() < AFTER) {
            after.add(line);
        }
    }

    private boolean same(String ours, String theirs) {
        if (ours.indexOf('<') < 0) {
            return ours.equals(theirs);
        }
        if (!TABLE.matcher(ours)
                .replaceAll("<t>")
                .equals(TABLE.matcher(theirs).replaceAll("<t>"))) {
            return false;
        }
        Matcher our = TABLE.matcher(ours);
        Matcher their = TABLE.matcher(theirs);
        while (our.find() && their.find()) {
            String known = standsFor.putIfAbsent(their.group(), our.group());
            if (known != null && !known.equals(our.group())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStep(String line) {
        return line.startsWith("step ") && STEP.matcher(line).matches();
    }
}
