package shadewalk.lesson.json;

import static shadewalk.text.Texts.PROBLEMS;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the [Shape] of a record from its components, their types and their [Marks].
final class Shapes {

    private static final int MAX_SCHEMA = 300;

    private final Map<Class<?>, Worded<?>> words;

    Shapes(Map<Class<?>, Worded<?>> words) {
        this.words = words;
    }

    Shape.Thing thing(Class<?> type) {
        Marks.Called called = called(type);
        return new Shape.Thing(called.value(), called.open(), () -> parts(type, called.edited()));
    }

    private List<Shape.Part> parts(Class<?> type, boolean edited) {
        List<Shape.Part> parts = new ArrayList<>();
        if (edited) {
            parts.add(
                    new Shape.Part(
                            "$schema",
                            new Shape.Text(0, MAX_SCHEMA, "", ""),
                            false,
                            PROBLEMS.get("shape.schema"),
                            null));
        }
        for (Marks.Constant constant : type.getAnnotationsByType(Marks.Constant.class)) {
            parts.add(constant(constant));
        }
        Components.parts(type).forEach(component -> parts.add(part(component)));
        return parts;
    }

    private static Marks.Called called(Class<?> type) {
        return Objects.requireNonNull(
                type.getAnnotation(Marks.Called.class), () -> type.toString());
    }

    private static Shape.Part constant(Marks.Constant constant) {
        boolean number = constant.is().matches("\\d+");
        long is = number ? Long.parseLong(constant.is()) : 0;
        return new Shape.Part(
                constant.name(),
                number ? new Shape.Whole(is, is) : new Shape.Choice(List.of(constant.is())),
                true,
                constant.means(),
                number ? new JsonPrimitive(is) : new JsonPrimitive(constant.is()));
    }

    private Shape.Part part(RecordComponent component) {
        String name = Components.name(component, component.getName());
        Shape shape = shape(component.getAnnotatedType());
        Marks.Must must = component.getAnnotation(Marks.Must.class);
        if (must != null) {
            return new Shape.Part(name, shape, true, must.value(), null);
        }
        Marks.May may = Objects.requireNonNull(component.getAnnotation(Marks.May.class));
        return new Shape.Part(
                name,
                shape,
                false,
                may.value(),
                otherwise(shape, may.otherwise(), component.getType()));
    }

    private static @Nullable JsonElement otherwise(Shape shape, String[] said, Class<?> type) {
        return switch (shape) {
            case Shape.Many _ -> {
                JsonArray list = new JsonArray();
                for (String each : said) {
                    list.add(each);
                }
                yield list;
            }
            case Shape.Dictionary _ -> new JsonObject();
            case Shape.Thing _, Shape.Kinds _, Shape.OneOf _ ->
                    said.length > 0 ? new JsonObject() : null;
            case Shape.Flag _ -> new JsonPrimitive(said.length > 0 && said[0].equals("true"));
            case Shape.Whole _, Shape.Real _, Shape.Unsigned _ ->
                    type.isPrimitive() || said.length > 0
                            ? new JsonPrimitive(said.length > 0 ? Long.parseLong(said[0]) : 0)
                            : null;
            case Shape.Text _,
                    Shape.Prose _,
                    Shape.Choice _,
                    Shape.NumberOrText _,
                    Shape.Value _,
                    Shape.Anything _ ->
                    new JsonPrimitive(said.length > 0 ? said[0] : "");
        };
    }

    private Shape shape(AnnotatedType type) {
        Class<?> plain = plain(type);
        Marks.Many many = type.getAnnotation(Marks.Many.class);
        if (many != null && type instanceof AnnotatedParameterizedType of) {
            AnnotatedType[] inner = of.getAnnotatedActualTypeArguments();
            return plain == List.class
                    ? many(shape(inner[0]), many)
                    : new Shape.Dictionary(
                            (Shape.Text) shape(inner[0]), shape(inner[1]), many.max());
        }
        Shape marked = marked(type);
        if (marked != null) {
            return marked;
        }
        if (plain == boolean.class) {
            return new Shape.Flag();
        }
        if (plain == JsonElement.class) {
            return new Shape.Anything();
        }
        if (plain.isSealed()) {
            return oneOf(plain);
        }
        if (plain.isRecord()) {
            return thing(plain);
        }
        return new Shape.Choice(
                Objects.requireNonNull(Worded.find(plain, words), () -> type.toString()).words());
    }

    private static Shape many(Shape of, Marks.Many many) {
        int most =
                many.max() < 0 && of instanceof Shape.Choice(var words) ? words.size() : many.max();
        return new Shape.Many(of, many.min(), most);
    }

    private static Class<?> plain(AnnotatedType type) {
        return (Class<?>)
                (type.getType() instanceof ParameterizedType of ? of.getRawType() : type.getType());
    }

    private static @Nullable Shape marked(AnnotatedType type) {
        return marks(type).map(Shapes::marked).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Shape marked(Annotation mark) {
        return switch (mark) {
            case Marks.Text text ->
                    new Shape.Text(text.min(), text.max(), text.pattern(), text.form());
            case Marks.Prose prose -> new Shape.Prose(prose.value(), prose.lines());
            case Marks.Choice choice ->
                    new Shape.Choice(
                            choice.of() == Marks.Listed.class
                                    ? List.of(choice.value())
                                    : known(choice));
            case Marks.Whole whole -> new Shape.Whole(whole.min(), whole.max());
            case Marks.Real real -> new Shape.Real(real.min(), real.max());
            case Marks.Unsigned number -> new Shape.Unsigned(number.units(), number.decimal());
            case Marks.NumberOrText either ->
                    new Shape.NumberOrText(either.pattern(), either.form());
            case Marks.Value _ -> new Shape.Value();
            default -> null; // says nothing about what fits
        };
    }

    /// The annotations on a type, and those on them.
    private static Stream<Annotation> marks(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations())
                .flatMap(mark ->
                        Stream.concat(
                                Stream.of(mark),
                                Arrays.stream(mark.annotationType().getAnnotations())));
    }

    private static List<String> known(Marks.Choice choice) {
        try {
            var constructor = choice.of().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().get();
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(choice.of() + " cannot be asked for its words", e);
        }
    }

    private Shape oneOf(Class<?> sealed) {
        Map<String, Shape.Thing> kinds = new LinkedHashMap<>();
        Marks.By by = sealed.getAnnotation(Marks.By.class);
        kinds(sealed).forEach((word, type) -> kinds.put(word, kind(by, word, thing(type))));
        String name = called(sealed).value();
        return by == null ? new Shape.OneOf(name, kinds) : new Shape.Kinds(name, by.value(), kinds);
    }

    private static Shape.Thing kind(Marks.@Nullable By by, String word, Shape.Thing thing) {
        if (by == null) {
            return thing;
        }
        Shape.Part first =
                new Shape.Part(
                        by.value(),
                        new Shape.Choice(List.of(word)),
                        true,
                        PROBLEMS.get("shape.kind"),
                        new JsonPrimitive(word));
        return new Shape.Thing(
                thing.name(),
                thing.open(),
                () -> Stream.concat(Stream.of(first), thing.parts().stream()).toList());
    }

    /// The records of a sealed type, by the words of [Marks.By] or by their first parts.
    static Map<String, Class<?>> kinds(Class<?> sealed) {
        boolean byWord = sealed.isAnnotationPresent(Marks.By.class);
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            RecordComponent first = Components.parts(type).getFirst();
            kinds.put(
                    byWord
                            ? type.getSimpleName().toLowerCase(Locale.ROOT)
                            : Components.name(first, first.getName()),
                    type);
        }
        return kinds;
    }
}
