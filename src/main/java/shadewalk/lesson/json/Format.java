package shadewalk.lesson.json;

import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A format of JSON files. One record with its [Marks] is all there is to it: what may stand in a
/// file, what is said of mistakes, how it is read and written, and its schema follow from it.
public final class Format<T extends Record> {

    private static final ExclusionStrategy NO_PARTS =
            new ExclusionStrategy() {
                @Override
                public boolean shouldSkipField(FieldAttributes field) {
                    return !Components.isPart(
                            field.getAnnotation(Marks.Must.class),
                            field.getAnnotation(Marks.May.class));
                }

                @Override
                public boolean shouldSkipClass(Class<?> type) {
                    return false;
                }
            };

    private final Class<T> type;
    private final JsonShape.Thing shape;
    private final Gson gson;

    private Format(Class<T> type, Map<Class<?>, Worded<?>> words) {
        this.type = type;
        this.shape = new Shapes(words).thing(type);
        this.gson =
                new GsonBuilder()
                        .setFieldNamingStrategy(f -> Components.name(f, f.getName()))
                        .setExclusionStrategies(NO_PARTS)
                        .registerTypeAdapterFactory(new SealedAdapter())
                        .registerTypeAdapterFactory(new WordAdapter(words))
                        .registerTypeAdapterFactory(new FrozenAdapter())
                        .disableJdkUnsafe()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create();
    }

    /// The format that a record describes.
    ///
    /// @param words how those types in it stand in a file that are neither records nor texts, and
    ///   enums whose words are not their names in small letters
    public static <T extends Record> Format<T> of(Class<T> type, Worded<?>... words) {
        Map<Class<?>, Worded<?>> all = new HashMap<>();
        for (Worded<?> each : words) {
            all.put(each.type(), each);
        }
        return new Format<>(type, all);
    }

    /// What a text holds, or everything that keeps it from having this format.
    public Read<T> read(JsonText text) {
        List<Problem> problems = new ArrayList<>(text.problems());
        if (text.root() != null) {
            problems.addAll(ShapeCheck.check(text.root(), shape, text.places()));
        }
        return problems.isEmpty() && text.root() instanceof JsonObject root
                ? Read.of(filled(root))
                : new Read<>(null, problems);
    }

    private T filled(JsonObject root) {
        return Objects.requireNonNull(gson.fromJson(Filling.full(root, shape), type));
    }

    /// What would be said of a file that holds this, at the places of another.
    public List<Problem> check(T value, JsonPlaces places) {
        return ShapeCheck.check(tree(value), shape, places);
    }

    private JsonElement tree(T value) {
        return Filling.brief(gson.toJsonTree(value, type), shape);
    }

    /// The text of a file that [#read] reads back; it ends with a line break.
    public String write(T value) {
        return gson.toJson(tree(value)) + "\n";
    }

    /// The JSON Schema of these files, for editors.
    ///
    /// @param id the schema's own address
    public String schema(String id, String title) {
        return JsonSchema.of(shape, id, title);
    }
}
