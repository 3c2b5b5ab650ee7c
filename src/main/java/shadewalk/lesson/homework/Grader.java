package shadewalk.lesson.homework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.Attempt;
import shadewalk.lesson.play.Judge;
import shadewalk.lesson.play.LessonPlayer;

/// Grades results. The lesson or exercise is made anew and every answer is judged again, so that a
/// result need not be believed.
public final class Grader {

    private final Glossary glossary;
    private final Map<String, Read<Lesson>> bundled = new HashMap<>();

    public Grader(Glossary glossary) {
        this.glossary = glossary;
        for (String name : BundledLessons.names()) {
            Read<Lesson> file = read(name);
            if (file.value() != null) {
                bundled.put(file.value().id(), file);
            }
        }
    }

    private static Read<Lesson> read(String name) {
        try (InputStream stream = BundledLessons.open(name)) {
            return LessonFile.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled lesson " + name, e);
        }
    }

    /// The grade of a result.
    public Grade grade(Result result) {
        Read<Lesson> file = lesson(result);
        LessonPlayer player = file == null ? null : LessonPlayer.open(file).value();
        if (player == null) {
            return new Grade(result.learner(), result.lesson(), Grade.Standing.UNKNOWN, 0, 0, 0, 0);
        }
        if (!player.lesson().digest().equals(result.digest())
                || !player.lesson().id().equals(result.lesson())) {
            return new Grade(
                    result.learner(),
                    result.lesson(),
                    Grade.Standing.OTHER_LESSON,
                    player.questions(),
                    0,
                    0,
                    0);
        }
        return count(result, player);
    }

    private @Nullable Read<Lesson> lesson(Result result) {
        if (result.exercise() == null) {
            return bundled.get(result.lesson());
        }
        Template template = TemplateFile.named(result.exercise().template());
        return template == null ? null : template.make(result.exercise().seed(), glossary).file();
    }

    private static Grade count(Result result, LessonPlayer player) {
        int first = 0;
        int later = 0;
        int revealed = 0;
        boolean altered = false;
        Map<String, Judge> judges = player.judges();
        for (Map.Entry<String, Attempt> entry : result.answers().entrySet()) {
            Judge judge = judges.get(entry.getKey());
            Attempt attempt = entry.getValue();
            int right = judge == null ? -1 : firstRight(judge, attempt.given());
            altered |= judge == null || attempt.right() != right >= 0;
            if (right == 0) {
                first++;
            } else if (attempt.revealed()) {
                revealed++;
            } else if (right > 0) {
                later++;
            }
        }
        return new Grade(
                result.learner(),
                result.lesson(),
                altered ? Grade.Standing.ALTERED : Grade.Standing.GENUINE,
                player.questions(),
                first,
                later,
                revealed);
    }

    private static int firstRight(Judge judge, List<Answer> given) {
        for (int i = 0; i < given.size(); i++) {
            if (judge.judge(given.get(i)).right()) {
                return i;
            }
        }
        return -1;
    }
}
