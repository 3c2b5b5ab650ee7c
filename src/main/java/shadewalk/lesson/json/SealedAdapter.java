package shadewalk.lesson.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells Gson which record of a sealed type a tree holds that has been found to hold one.
final class SealedAdapter implements TypeAdapterFactory {

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<? super T> sealed = type.getRawType();
        if (!sealed.isInterface() || !sealed.isSealed()) {
            return null;
        }
        Marks.By by = sealed.getAnnotation(Marks.By.class);
        Map<String, Class<?>> kinds = Shapes.kinds(sealed);
        TypeAdapter<JsonElement> trees = gson.getAdapter(JsonElement.class);
        return new TypeAdapter<T>() {

            @Override
            public T read(JsonReader in) throws IOException {
                JsonObject tree = trees.read(in).getAsJsonObject();
                String word =
                        by != null
                                ? tree.get(by.value()).getAsString()
                                : kinds.keySet().stream()
                                        .filter(tree::has)
                                        .findFirst()
                                        .orElseThrow();
                Class<?> kind = Objects.requireNonNull(kinds.get(word), word);
                @SuppressWarnings("unchecked")
                T value = (T) gson.getAdapter(kind).fromJsonTree(tree);
                return value;
            }

            @Override
            public void write(JsonWriter out, T value) throws IOException {
                JsonObject tree = new JsonObject();
                kinds.forEach((word, kind) -> {
                    if (kind.isInstance(value)) {
                        if (by != null) {
                            tree.addProperty(by.value(), word);
                        }
                        gson.toJsonTree(value, kind).getAsJsonObject().asMap().forEach(tree::add);
                    }
                });
                trees.write(out, tree);
            }
        }.nullSafe();
    }
}
