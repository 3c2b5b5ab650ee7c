package shadewalk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import shadewalk.diagram.Extent;
import shadewalk.export.format.ExportSource;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;
import shadewalk.ui.lesson.Stand;

/// What the window shows just now, to take pictures of. What an open question hides is not in it.
final class Sight {

    private final Workspace workspace;
    private final View view;
    private final List<Double> visible;

    private Sight(Workspace workspace, Optional<Extent> visible) {
        this.workspace = workspace;
        this.view = workspace.picture().view();
        this.visible =
                visible.map(part -> List.of(part.left(), part.top(), part.width(), part.height()))
                        .orElse(List.of());
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
        Slide now = Slide.of(performance, stand.scene(), view);
        List<Slide> steps = new ArrayList<>();
        for (Scene scene : performance.scenes().subList(0, stand.limit() + 1)) {
            Slide step = Slide.of(performance, scene);
            steps.add(stand.lesson().isAnswered(scene.number()) ? step : step.asked());
        }
        Lesson lesson = performance.lesson();
        String name =
                "%s-%d-%s"
                        .formatted(lesson.id(), stand.scene().number() + 1, view.picture().word());
        return new ExportSource(
                lesson.title(), name, now, steps, Optional.of(stand.lesson()), visible);
    }

    private ExportSource freePlay(FreePlay play) {
        int branch = workspace.freePlay().branchProperty().get();
        String title = play.branch(branch).name();
        List<Slide> steps =
                IntStream.range(0, view.moment().timeline().steps())
                        .mapToObj(step -> Slide.ofStep(title, play, branch, step))
                        .toList();
        String name = view.picture().word() + "-" + view.moment().position();
        Slide now = Slide.ofEvent(title, play, branch, view);
        return new ExportSource(title, name, now, steps, Optional.empty(), visible);
    }
}
