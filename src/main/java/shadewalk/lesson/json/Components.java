package shadewalk.lesson.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The components of records, by the names that a file has for them.
final class Components {

    private Components() {}

    /// Whether it is a part of the file.
    static boolean isPart(@Nullable Object must, @Nullable Object may) {
        return must != null || may != null;
    }

    /// What the file calls a component, or the field of one.
    static String name(AnnotatedElement component, String inJava) {
        Marks.Must must = component.getAnnotation(Marks.Must.class);
        Marks.May may = component.getAnnotation(Marks.May.class);
        String name = must != null ? must.as() : may != null ? may.as() : "";
        return name.isEmpty() ? inJava : name;
    }

    static List<RecordComponent> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).filter(Components::isPart).toList();
    }

    private static boolean isPart(RecordComponent component) {
        return isPart(
                component.getAnnotation(Marks.Must.class),
                component.getAnnotation(Marks.May.class));
    }

    /// A record with each of its parts changed.
    ///
    /// @param change gets a component and its value
    static <T> T changed(T value, BiFunction<RecordComponent, Object, Object> change) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) value.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                components[i].getAccessor().setAccessible(true);
                Object was = components[i].getAccessor().invoke(value);
                values[i] =
                        was == null || !isPart(components[i])
                                ? was
                                : change.apply(components[i], was);
            }
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type + " is no record of this module", e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type + " does not take its own texts", e);
        }
    }
}
