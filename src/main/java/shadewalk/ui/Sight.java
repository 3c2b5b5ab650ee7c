package shadewalk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import shadewalk.diagram.Extent;
import shadewalk.export.scene.Subject;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.Thing;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Timeline;
import shadewalk.ui.export.ExportSource;
import shadewalk.ui.lesson.Stand;
import shadewalk.x86.Gva;

/// What the window shows just now, to take pictures of. What an open question hides is not in it.
final class Sight {

    private final Workspace workspace;
    private final Optional<Extent> visible;

    private Sight(Workspace workspace, Optional<Extent> visible) {
        this.workspace = workspace;
        this.visible = visible;
    }

    /// @param visible the part of the picture that is seen, unless that is all of it
    static Optional<ExportSource> of(Workspace workspace, Optional<Extent> visible) {
        Sight sight = new Sight(workspace, visible);
        return workspace
                .lesson()
                .stand()
                .map(sight::lesson)
                .or(() -> workspace.freePlay().playProperty().get().map(sight::freePlay));
    }

    private ExportSource lesson(Stand stand) {
        Performance performance = stand.lesson().performance();
        Scene scene = stand.scene();
        Subject now =
                subject(
                        scene.stop().title(),
                        Subject.caption(performance, scene),
                        () -> Subject.played(performance, scene),
                        0);
        List<Subject> steps = new ArrayList<>();
        Gva address = new Gva(0);
        for (int i = 0; i <= stand.limit(); i++) {
            Subject step = Subject.of(performance, performance.scenes().get(i), address);
            address = step.address();
            steps.add(stand.lesson().isAnswered(i) ? step : step.asked());
        }
        Lesson lesson = performance.lesson();
        String name = "%s-%d-%s".formatted(lesson.id(), scene.number() + 1, now.view().word());
        return source(lesson.title(), name, now, steps, Optional.of(stand.lesson()));
    }

    private ExportSource freePlay(FreePlay play) {
        int branch = workspace.freePlay().branchProperty().get();
        String title = play.branch(branch).name();
        Timeline timeline = workspace.session().timeline();
        int position = workspace.session().position();
        Subject now =
                subject(
                        title,
                        "%s \u00b7 event %d of %d \u00b7 Linux %s"
                                .formatted(title, position, timeline.size(), Lesson.KERNEL),
                        () -> play,
                        branch);
        List<Subject> steps =
                IntStream.range(0, timeline.steps())
                        .mapToObj(step -> Subject.ofStep(title, play, branch, step))
                        .toList();
        String name = now.view().word() + "-" + position;
        return source(title, name, now, steps, Optional.empty());
    }

    private ExportSource source(
            String title,
            String name,
            Subject now,
            List<Subject> steps,
            Optional<LessonPlayer> lesson) {
        return new ExportSource(
                title, name, now, workspace.picture().plain(), steps, lesson, visible);
    }

    private Subject subject(String title, String caption, Supplier<FreePlay> play, int branch) {
        var picture = workspace.picture();
        var session = workspace.session();
        return new Subject(
                title,
                caption,
                picture.viewProperty().get(),
                picture.address(),
                session.selectionProperty().get().map(Thing::id).orElse(""),
                picture.notes(),
                session.timeline(),
                session.position(),
                picture.isVeiled(),
                picture.dealing().isOn(),
                play,
                branch);
    }
}
