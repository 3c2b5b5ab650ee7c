package shadewalk.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Scene;
import shadewalk.ui.session.Chapters;
import shadewalk.ui.session.Chapters.Chapter;
import shadewalk.ui.session.Flag;

/// How the scenes of a lesson lie along the run that they show. A lesson has several runs if it
/// begins again with something changed.
final class RunScenes {

    private RunScenes() {}

    /// The scene on the same run whose events lead to a position; the first one for what lies
    /// before.
    static int sceneAt(LessonPlayer l, int position) {
        int best = -1;
        for (int i = 0; i <= l.limit(); i++) {
            Scene scene = l.performance().scenes().get(i);
            if (scene.run() != l.scene().run()) {
                continue;
            }
            if (scene.from() <= position && position <= scene.to()) {
                return i;
            }
            if (best < 0 || scene.from() <= position) {
                best = i;
            }
        }
        return best < 0 ? l.index() : best;
    }

    /// The last position of a run that no open question hides.
    static int end(LessonPlayer l, int run) {
        int end = 0;
        for (int i = 0; i <= l.limit(); i++) {
            Scene scene = l.performance().scenes().get(i);
            if (scene.run() == run) {
                end = Math.max(end, scene.to());
            }
        }
        return end;
    }

    static List<Flag> flags(LessonPlayer l, int run) {
        return l.performance().scenes().stream()
                .filter(scene -> scene.run() == run)
                .flatMap(scene -> scene.flags().entrySet().stream())
                .map(flag -> new Flag(flag.getValue(), flag.getKey()))
                .toList();
    }

    /// The scenes of a run that have events, by their numbers, and what lies before them.
    static Chapters chapters(LessonPlayer l, int run) {
        List<Chapter> chapters = new ArrayList<>();
        for (Scene scene : l.performance().scenes()) {
            if (scene.run() == run && scene.from() < scene.to()) {
                if (chapters.isEmpty() && scene.from() > 0) {
                    chapters.add(new Chapter("", 0, scene.from()));
                }
                chapters.add(
                        new Chapter(String.valueOf(scene.number() + 1), scene.from(), scene.to()));
            }
        }
        return Chapters.of(chapters);
    }
}
