package shadewalk.lesson;

import shadewalk.lesson.Fitting.Handle;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Unsigned;

/// What a lesson was made from.
@Called("an exercise")
public record Exercise(
        @Must("the template it was made from.") @Handle String template,
        @Must("and the seed.") @Unsigned(decimal = true) long seed) {}
