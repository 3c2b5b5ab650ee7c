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

/// Makes the [JsonShape] of a record from its components, their types and their [Marks].
final class Shapes {

    private static final int MAX_SCHEMA = 300;

    private final Map<Class<?>, Worded<?>> words;

    Shapes(Map<Class<?>, Worded<?>> words) {
        this.words = words;
    }

    JsonShape.Thing thing(Class<?> type) {
        Marks.Called called = called(type);
        return new JsonShape.Thing(
                called.value(), called.open(), () -> parts(type, called.edited()));
    }

    private List<JsonShape.Part> parts(Class<?> type, boolean edited) {
        List<JsonShape.Part> parts = new ArrayList<>();
        if (edited) {
            parts.add(
                    new JsonShape.Part(
                            "$schema",
                            new JsonShape.Text(0, MAX_SCHEMA, "", ""),
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

    private static JsonShape.Part constant(Marks.Constant constant) {
        boolean number = constant.is().matches("\\d+");
        long is = number ? Long.parseLong(constant.is()) : 0;
        return new JsonShape.Part(
                constant.name(),
                number ? new JsonShape.Whole(is, is) : new JsonShape.Choice(List.of(constant.is())),
                true,
                constant.means(),
                number ? new JsonPrimitive(is) : new JsonPrimitive(constant.is()));
    }

    private JsonShape.Part part(RecordComponent component) {
        String name = Components.name(component, component.getName());
        JsonShape shape = shape(component.getAnnotatedType());
        Marks.Must must = component.getAnnotation(Marks.Must.class);
        if (must != null) {
            return new JsonShape.Part(name, shape, true, must.value(), null);
        }
        Marks.May may = Objects.requireNonNull(component.getAnnotation(Marks.May.class));
        return new JsonShape.Part(
                name,
                shape,
                false,
                may.value(),
                otherwise(shape, may.otherwise(), component.getType()));
    }

    private static @Nullable JsonElement otherwise(JsonShape shape, String[] said, Class<?> type) {
        return switch (shape) {
            case JsonShape.Many _ -> {
                JsonArray list = new JsonArray();
                for (String each : said) {
                    list.add(each);
                }
                yield list;
            }
            case JsonShape.Dictionary _ -> new JsonObject();
            case JsonShape.Thing _, JsonShape.Kinds _, JsonShape.OneOf _ ->
                    said.length > 0 ? new JsonObject() : null;
            case JsonShape.Flag _ -> new JsonPrimitive(said.length > 0 && said[0].equals("true"));
            case JsonShape.Whole _, JsonShape.Real _, JsonShape.Unsigned _ ->
                    type.isPrimitive() || said.length > 0
                            ? new JsonPrimitive(said.length > 0 ? Long.parseLong(said[0]) : 0)
                            : null;
            case JsonShape.Text _,
                    JsonShape.Prose _,
                    JsonShape.Choice _,
                    JsonShape.NumberOrText _,
                    JsonShape.Value _,
                    JsonShape.Anything _ ->
                    new JsonPrimitive(said.length > 0 ? said[0] : "");
        };
    }

    private JsonShape shape(AnnotatedType type) {
        Class<?> plain = plain(type);
        Marks.Many many = type.getAnnotation(Marks.Many.class);
        if (many != null && type instanceof AnnotatedParameterizedType of) {
            AnnotatedType[] inner = of.getAnnotatedActualTypeArguments();
            return plain == List.class
                    ? many(shape(inner[0]), many)
                    : new JsonShape.Dictionary(
                            (JsonShape.Text) shape(inner[0]), shape(inner[1]), many.max());
        }
        JsonShape marked = marked(type);
        if (marked != null) {
            return marked;
        }
        if (plain == boolean.class) {
            return new JsonShape.Flag();
        }
        if (plain == JsonElement.class) {
            return new JsonShape.Anything();
        }
        if (plain.isSealed()) {
            return oneOf(plain);
        }
        if (plain.isRecord()) {
            return thing(plain);
        }
        return new JsonShape.Choice(
                Objects.requireNonNull(Worded.find(plain, words), () -> type.toString()).words());
    }

    private static JsonShape many(JsonShape of, Marks.Many many) {
        int most =
                many.max() < 0 && of instanceof JsonShape.Choice(var words)
                        ? words.size()
                        : many.max();
        return new JsonShape.Many(of, many.min(), most);
    }

    private static Class<?> plain(AnnotatedType type) {
        return (Class<?>)
                (type.getType() instanceof ParameterizedType of ? of.getRawType() : type.getType());
    }

    private static @Nullable JsonShape marked(AnnotatedType type) {
        return marks(type).map(Shapes::marked).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable JsonShape marked(Annotation mark) {
        return switch (mark) {
            case Marks.Text text ->
                    new JsonShape.Text(text.min(), text.max(), text.pattern(), text.form());
            case Marks.Prose prose -> new JsonShape.Prose(prose.value(), prose.lines());
            case Marks.Choice choice ->
                    new JsonShape.Choice(
                            choice.of() == Marks.Listed.class
                                    ? List.of(choice.value())
                                    : known(choice));
            case Marks.Whole whole -> new JsonShape.Whole(whole.min(), whole.max());
            case Marks.Real real -> new JsonShape.Real(real.min(), real.max());
            case Marks.Unsigned number -> new JsonShape.Unsigned(number.units(), number.decimal());
            case Marks.NumberOrText either ->
                    new JsonShape.NumberOrText(either.pattern(), either.form());
            case Marks.Value _ -> new JsonShape.Value();
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

    private JsonShape oneOf(Class<?> sealed) {
        Map<String, JsonShape.Thing> kinds = new LinkedHashMap<>();
        Marks.By by = sealed.getAnnotation(Marks.By.class);
        kinds(sealed).forEach((word, type) -> kinds.put(word, kind(by, word, thing(type))));
        String name = called(sealed).value();
        return by == null
                ? new JsonShape.OneOf(name, kinds)
                : new JsonShape.Kinds(name, by.value(), kinds);
    }

    private static JsonShape.Thing kind(Marks.@Nullable By by, String word, JsonShape.Thing thing) {
        if (by == null) {
            return thing;
        }
        JsonShape.Part first =
                new JsonShape.Part(
                        by.value(),
                        new JsonShape.Choice(List.of(word)),
                        true,
                        PROBLEMS.get("shape.kind"),
                        new JsonPrimitive(word));
        return new JsonShape.Thing(
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
