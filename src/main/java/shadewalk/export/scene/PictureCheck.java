package shadewalk.export.scene;

import static shadewalk.text.Texts.PROBLEMS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shadewalk.diagram.note.DrawnPlaces;
import shadewalk.diagram.seen.Pictures;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.Question;
import shadewalk.lesson.Show;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonCheck;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.lesson.play.Performance;
import shadewalk.lesson.play.Scene;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.ThingIds;
import shadewalk.read.View;

/// Everything that is wrong with a lesson, its pictures included: what a callout stands beside,
/// what a question wants picked and what proves its answer must be drawn in the picture that the
/// step shows.
public final class PictureCheck {

    private final Performance performance;
    private final List<Problem> problems = new ArrayList<>();

    private PictureCheck(Performance performance) {
        this.performance = performance;
    }

    /// All problems of a file, in the order of the file; none if the lesson is good.
    public static List<Problem> check(Path file, Glossary glossary) {
        return check(
                LessonFile.isTranslation(file)
                        ? LessonFile.readTranslated(file)
                        : LessonFile.read(file),
                glossary);
    }

    /// All problems of what was read.
    public static List<Problem> check(Read<Lesson> file, Glossary glossary) {
        List<Problem> all = new ArrayList<>(LessonCheck.check(file, glossary));
        LessonPlayer player = LessonPlayer.open(file).value();
        if (player != null) {
            all.addAll(undrawn(player.performance()));
            all.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        }
        return List.copyOf(all);
    }

    private static List<Problem> undrawn(Performance performance) {
        PictureCheck check = new PictureCheck(performance);
        performance.scenes().forEach(check::scene);
        return check.problems;
    }

    private void scene(Scene scene) {
        View view = scene.shown();
        String path = Lesson.path(scene.number());
        List<Show.Callout> callouts = scene.stop().show().callouts();
        for (int i = 0; i < callouts.size(); i++) {
            String at = callouts.get(i).at();
            look(scene, view, path + ".show.callouts[" + i + "].at", at);
        }
        Question question = scene.stop().question();
        if (question != null && question.proof() != null) {
            look(scene, view, path + ".question.proof.at", question.proof().at());
        }
        if (question instanceof Question.Pick pick) {
            look(scene, view.asked(), path + ".question.answer", pick.answer());
        }
    }

    private void look(Scene scene, View view, String path, String expression) {
        Optional<String> thing = scene.moment().idOf(expression);
        if (thing.isEmpty() || isOffStage(thing.get(), view) || isDrawn(thing.get(), view)) {
            return;
        }
        String others =
                Arrays.stream(Picture.values())
                        .filter(other -> isDrawn(thing.get(), view.in(other)))
                        .map(other -> '"' + other.word() + '"')
                        .collect(Collectors.joining(PROBLEMS.get("picture-check.or")));
        String mend = others.isEmpty() ? "" : PROBLEMS.get("picture-check.or-show-view", others);
        String sentence =
                PROBLEMS.get(
                        "picture-check.picture-does-not", view.picture().word(), expression, mend);
        problems.add(performance.lesson().places().problem(path, sentence));
    }

    /// Which [LessonCheck] has said then.
    private static boolean isOffStage(String thing, View view) {
        return ThingIds.of(thing).filter(it -> !view.stage().contains(OnStage.of(it))).isPresent();
    }

    private static boolean isDrawn(String thing, View view) {
        return new DrawnPlaces(Pictures.draw(view.noting(List.of()))).find(thing).isPresent();
    }
}
