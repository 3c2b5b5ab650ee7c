package shadewalk.lesson.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Has Gson make lists and maps that nobody can change, so that records need not copy them. Words
/// that stand for nothing are left out of lists.
final class FrozenAdapter implements TypeAdapterFactory {

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (type.getRawType() != List.class && type.getRawType() != Map.class) {
            return null;
        }
        TypeAdapter<T> plain = gson.getDelegateAdapter(this, type);
        return new TypeAdapter<T>() {

            @Override
            public T read(JsonReader in) throws IOException {
                @SuppressWarnings("unchecked")
                T frozen = (T) frozen(plain.read(in));
                return frozen;
            }

            @Override
            public void write(JsonWriter out, T value) throws IOException {
                plain.write(out, value);
            }
        }.nullSafe();
    }

    private static Object frozen(Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).toList()
                : Collections.unmodifiableMap((Map<?, ?>) value);
    }
}
