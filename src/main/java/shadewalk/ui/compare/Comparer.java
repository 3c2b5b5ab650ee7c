package shadewalk.ui.compare;

import static shadewalk.text.Texts.PROBLEMS;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Scenario;
import shadewalk.scenario.Step;
import shadewalk.scenario.Timeline;
import shadewalk.state.MmuEvent;
import shadewalk.state.State;
import shadewalk.text.Texts;
import shadewalk.trace.Comparison;
import shadewalk.trace.Recording;
import shadewalk.trace.RecordingProblem;
import shadewalk.trace.TraceWriter;
import shadewalk.ui.open.Job;
import shadewalk.ui.open.Jobs;

/// Compares a branch of free play with a recording, behind the window.
public final class Comparer {

    private static final String NAME = "scenario ";

    private final Jobs jobs;
    private final Texts texts;

    public Comparer(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /// What is compared: a run, and what was done in it.
    private record Played(Machine machine, List<Step> steps, Timeline run) {}

    /// Compares, and hands over what came of it unless it was cancelled.
    public void compare(FreePlay play, int branch, Path file, Consumer<Compared> then) {
        Played played =
                new Played(play.machine(), play.stepsTo(branch), play.branch(branch).timeline());
        String name = String.valueOf(file.getFileName());
        jobs.run(texts.get("compare.job", name), job -> compare(played, file, name, job), then);
    }

    private static Compared compare(Played played, Path file, String name, Job job) {
        try (Recording recording = open(file, job)) {
            Comparison comparison = new Comparison(recording);
            Scenario scenario =
                    new Scenario(scenarioName(file, job), played.machine(), played.steps());
            int position = print(scenario, played.run(), comparison, job);
            return new Compared.Run(name, comparison.finish(), position);
        } catch (RecordingProblem problem) {
            return new Compared.Nothing(problem.at(file.toString()));
        } catch (IOException e) {
            return new Compared.Nothing(file + ": " + e.getMessage());
        }
    }

    /// A recording may be of any name: the run takes over what the recorder called it.
    private static String scenarioName(Path file, Job job) throws RecordingProblem, IOException {
        try (Recording recording = open(file, job)) {
            String first = recording.next();
            return first != null && first.startsWith(NAME) ? first.substring(NAME.length()) : "";
        }
    }

    /// Reading on ends when the work is cancelled; what it says then nobody hears.
    private static Recording open(Path file, Job job) throws RecordingProblem {
        return Recording.open(file, in -> new Stoppable(in, job));
    }

    private static final class Stoppable extends FilterInputStream {

        private final Job job;

        Stoppable(InputStream in, Job job) {
            super(in);
            this.job = job;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (job.isCancelled()) {
                throw new IOException(PROBLEMS.get("reading-cancelled"));
            }
            return super.read(bytes, from, length);
        }
    }

    /// Lets the comparison have the run line by line.
    ///
    /// @return the position at which the two part, or that of the end
    private static int print(Scenario scenario, Timeline run, Comparison comparison, Job job) {
        TraceWriter writer = new TraceWriter(scenario, comparison::accept);
        State state = run.at(0);
        writer.begin(state);
        int parted = comparison.parted() ? 0 : run.size();
        for (int i = 0; i < run.size() && !job.isCancelled(); i++) {
            MmuEvent event = run.event(i);
            state = state.after(event);
            boolean together = !comparison.parted();
            writer.accept(state, event);
            if (together && comparison.parted()) {
                parted = i + 1;
            }
            job.report((i + 1.0) / run.size());
        }
        writer.end();
        return parted;
    }
}
