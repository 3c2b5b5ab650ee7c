package shadewalk.lesson;

import java.util.List;
import shadewalk.lesson.Fitting.Handle;
import shadewalk.lesson.Fitting.Line;
import shadewalk.lesson.Fitting.Sentence;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Said;
import shadewalk.lesson.json.Marks.Said.As;

/// Something to bring about in free play. The engine says when it has been done: all facts of the
/// goal hold, counted from where the play began.
///
/// @param from empty for the end of the lesson
/// @param sample shows that it can be done, in the words of a step's actions
@Called("an experiment")
public record Experiment(
        @Must("how it is referred to.") @Handle String id,
        @Must("what to bring about.") @Said(As.FILLED) @Sentence String ask,
        @May("the step after which it begins; the last one if left out.") @Handle String from,
        @Must("what must be so when it is done.") @Many(min = 1, max = 8) List<Fact> goal,
        @Must("actions that do it, which \"check\" tries.") @Many(min = 1, max = 40)
                List<@Line String> sample) {}
