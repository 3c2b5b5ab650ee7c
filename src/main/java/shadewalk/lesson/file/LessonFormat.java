package shadewalk.lesson.file;

import static shadewalk.lesson.file.Shapes.ADDRESS;
import static shadewalk.lesson.file.Shapes.EXPRESSION;
import static shadewalk.lesson.file.Shapes.FILTER;
import static shadewalk.lesson.file.Shapes.ID;
import static shadewalk.lesson.file.Shapes.SENTENCE;
import static shadewalk.lesson.file.Shapes.WORDS;
import static shadewalk.lesson.file.Shapes.many;
import static shadewalk.lesson.json.Shape.may;
import static shadewalk.lesson.json.Shape.must;

import java.util.List;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.json.JsonSchema;
import shadewalk.lesson.json.Shape;

/// The format of lesson files, version 1: what may stand where. The reader and the published schema
/// both follow it.
final class LessonFormat {

    private static final String SCHEMA = "urn:shadewalk:lesson:1";

    /// The most characters a narration may have, so that it fits beside the picture.
    static final int NARRATION = 1_400;

    private static final Shape.Thing SHOW =
            new Shape.Thing(
                    "what is shown",
                    List.of(
                            must(
                                    "view",
                                    new Shape.Choice(
                                            List.of("walk", "tables", "bits", "quadrants")),
                                    "which picture."),
                            may("address", ADDRESS, "the address on the ruler."),
                            may("select", EXPRESSION, "what is selected, \"spte pte here\"."),
                            may(
                                    "deal",
                                    ADDRESS,
                                    "the address up to which the quadrants are dealt out."),
                            may("zoom", new Shape.Whole(25, 800), "percent; fits if left out."),
                            may(
                                    "callouts",
                                    many(
                                            new Shape.Thing(
                                                    "a callout",
                                                    List.of(
                                                            must(
                                                                    "at",
                                                                    EXPRESSION,
                                                                    "the thing it stands beside."),
                                                            must(
                                                                    "text",
                                                                    new Shape.Text(1, 90),
                                                                    "a few words."))),
                                            0,
                                            6),
                                    "words beside things."),
                            must(
                                    "alt",
                                    new Shape.Prose(600),
                                    "the picture in words, for those who do not see it.")));

    private static final Shape.Thing STOP =
            new Shape.Thing(
                    "a step",
                    List.of(
                            may(
                                    "id",
                                    ID,
                                    "how other parts refer to it; step-1 and so on if left out."),
                            must("title", new Shape.Text(1, 60), "what it is called."),
                            must(
                                    "narration",
                                    new Shape.Prose(NARRATION),
                                    "what is told, Markdown."),
                            may("from", ID, "the earlier step after which this one goes on."),
                            may("whatIf", new Shape.Flag(), "whether it shows what else could be."),
                            may(
                                    "actions",
                                    many(WORDS, 0, 40),
                                    "what is done, in the scenario language."),
                            may("until", FILTER, "the event after which the picture halts."),
                            must("show", SHOW, "what the window shows."),
                            may("expect", many(FactFormat.FACT, 0, 40), "what must be true here."),
                            may("question", QuestionFormat.QUESTION, "asked before going on."),
                            may("figure", ID, "name of the picture worth exporting here."),
                            may(
                                    "markers",
                                    many(
                                            new Shape.Thing(
                                                    "a marker",
                                                    List.of(
                                                            must("name", WORDS, "what it marks."),
                                                            must("at", FILTER, "which event."))),
                                            0,
                                            20),
                                    "flags on the timeline.")));

    private static final Shape.Thing TEACHING =
            new Shape.Thing(
                    "teaching",
                    List.of(
                            may(
                                    "misconceptions",
                                    many(
                                            new Shape.Thing(
                                                    "a misconception",
                                                    List.of(
                                                            must(
                                                                    "belief",
                                                                    SENTENCE,
                                                                    "what some think."),
                                                            must(
                                                                    "answer",
                                                                    SENTENCE,
                                                                    "what is true."),
                                                            may(
                                                                    "step",
                                                                    ID,
                                                                    "the step that asks it."))),
                                            0,
                                            12),
                                    "what learners get wrong."),
                            may("notes", new Shape.Prose(3_000), "for the teacher, Markdown."),
                            may("discussion", many(SENTENCE, 0, 12), "questions for the class.")));

    private static final Shape.Thing EXERCISE =
            new Shape.Thing(
                    "an exercise",
                    List.of(
                            must("template", ID, "the template it was made from."),
                            must("seed", new Shape.Unsigned(false), "and the seed.")));

    /// A whole lesson file.
    static final Shape.Thing LESSON =
            new Shape.Thing(
                    "a lesson",
                    List.of(
                            may("$schema", new Shape.Text(0, 300), "the schema, for editors."),
                            must(
                                    "format",
                                    new Shape.Whole(Lesson.FORMAT, Lesson.FORMAT),
                                    "the version of the format, 1."),
                            must("id", ID, "short and unique."),
                            must("title", new Shape.Text(1, 60), "what it is called."),
                            must(
                                    "language",
                                    new Shape.Text(
                                            2,
                                            5,
                                            "[a-z]{2,3}(-[A-Z]{2})?",
                                            "a language such as \"en\" or \"pt-BR\""),
                                    "the language of its texts."),
                            must(
                                    "kernel",
                                    new Shape.Choice(List.of(Lesson.KERNEL)),
                                    "the kernel it speaks of; this program models 6.1 only."),
                            must("minutes", new Shape.Whole(1, 240), "how long a learner needs."),
                            must(
                                    "goal",
                                    new Shape.Text(1, 240),
                                    "what a learner can do afterwards."),
                            may("needs", many(ID, 0, 20), "ids of lessons that come before."),
                            must("machine", MachineFormat.MACHINE, "the guest and its memory."),
                            must("steps", many(STOP, 1, 60), "the steps, in order."),
                            must(
                                    "sources",
                                    many(SourceFormat.SOURCE, 1, 30),
                                    "where to look it up."),
                            may("teaching", TEACHING, "for teachers."),
                            may("exercise", EXERCISE, "for a lesson made from a template.")));

    private LessonFormat() {}

    /// The schema that editors use.
    static String schema() {
        return JsonSchema.of(LESSON, SCHEMA, "A Shadewalk lesson, format 1");
    }
}
