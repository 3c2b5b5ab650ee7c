package shadewalk.lesson.play;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import shadewalk.lesson.json.Marks.Text;

/// A step, in files about what learners have done in it.
@Text(max = 40, pattern = "[a-z0-9-]{1,40}", form = "the id of a step")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface StepId {}
