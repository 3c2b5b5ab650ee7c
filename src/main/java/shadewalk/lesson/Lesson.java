package shadewalk.lesson;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Fitting.Handle;
import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.Fitting.Sentence;
import shadewalk.lesson.json.JsonPlaces;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Constant;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Prose;
import shadewalk.lesson.json.Marks.Said;
import shadewalk.lesson.json.Marks.Said.As;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Whole;
import shadewalk.read.OnStage;

/// A lesson as its file says it: a machine, and stops at which something is told, done, shown,
/// asked and claimed. [LessonFile] reads one, [LessonCheck] finds out whether it is true.
///
/// @param digest tells whether two files hold the same lesson
/// @param places where everything stands in the file
@Called(value = "a lesson", edited = true)
@Constant(name = "format", is = "" + Lesson.FORMAT, means = "the version of the format, 1.")
@Constant(
        name = "kernel",
        is = Lesson.KERNEL,
        means = "the kernel it speaks of; this program models 6.1 only.")
public record Lesson(
        @Must("short and unique.") @Handle String id,
        @Must("what it is called.") @Said @Text(max = 60) String title,
        @Must("the language of its texts.")
                @Text(
                        min = 2,
                        max = 5,
                        pattern = "[a-z]{2,3}(-[A-Z]{2})?",
                        form = "a language such as \"en\" or \"pt-BR\"")
                String language,
        @Must("how long a learner needs.") @Whole(min = 1, max = 240) int minutes,
        @Must("what a learner can do afterwards.") @Said @Text(max = 240) String goal,
        @May("the question it answers, in a line.") @Said @Text(min = 0, max = 100) String answers,
        @May("ids of lessons that come before.") @Many(max = 20) List<@Handle String> needs,
        @Must("the guest and its memory.") Blueprint machine,
        @Must(value = "the steps, in order.", as = "steps") @Many(min = 1, max = 60)
                List<Stop> stops,
        @May("what a learner can explain at the end, three sentences.") @Said @Many(max = 3)
                List<@Line String> explain,
        @May("what to try in free play.") @Many(max = 6) List<Experiment> experiments,
        @Must("where to look it up.") @Many(min = 1, max = 30) List<Source> sources,
        @May(value = "for teachers.", otherwise = "{}") Teaching teaching,
        @May("for a lesson made from a template.") @Nullable Exercise exercise,
        String digest,
        JsonPlaces places) {

    /// The version of the file format.
    public static final int FORMAT = 1;

    /// The kernel whose behaviour lessons may claim.
    public static final String KERNEL = "6.1";

    /// The same, as a file holds it.
    public Lesson from(String itsDigest, JsonPlaces itsPlaces) {
        return new Lesson(
                id,
                title,
                language,
                minutes,
                goal,
                answers,
                needs,
                machine,
                stops,
                explain,
                experiments,
                sources,
                teaching,
                exercise,
                itsDigest,
                itsPlaces);
    }

    /// The same in another language.
    public Lesson in(String otherLanguage) {
        return new Lesson(
                id,
                title,
                otherLanguage,
                minutes,
                goal,
                answers,
                needs,
                machine,
                stops,
                explain,
                experiments,
                sources,
                teaching,
                exercise,
                digest,
                places);
    }

    /// What a teacher wants to know beforehand, and what shows learners that they err.
    @Called("teaching")
    public record Teaching(
            @May("what learners get wrong.") @Many(max = 12) List<Misconception> misconceptions,
            @May("for the teacher, Markdown.") @Said(As.MARKDOWN) @Prose(3_000) String notes,
            @May("questions for the class.") @Said @Many(max = 12)
                    List<@Sentence String> discussion) {}

    /// A mistake that learners make.
    ///
    /// @param stop whose question catches it; empty if none does
    @Called("a misconception")
    public record Misconception(
            @Must("what some think.") @Said @Sentence String belief,
            @Must("what is true.") @Said @Sentence String answer,
            @May(value = "the step that asks it.", as = "step") @Handle String stop) {}

    /// What is on stage at a stop: what it and those before it introduce, or everything if none
    /// introduces anything.
    public Set<OnStage> stage(int stop) {
        return stops.stream().allMatch(each -> each.introduces().isEmpty())
                ? OnStage.ALL
                : stops.stream()
                        .limit(stop + 1L)
                        .flatMap(each -> each.introduces().stream())
                        .collect(toUnmodifiableSet());
    }

    /// The path of a stop in the file.
    public static String path(int stop) {
        return "$.steps[" + stop + "]";
    }
}
