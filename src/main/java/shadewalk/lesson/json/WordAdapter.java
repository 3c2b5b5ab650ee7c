package shadewalk.lesson.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells Gson how the values of some types stand in a file as words.
final class WordAdapter implements TypeAdapterFactory {

    private final Map<Class<?>, Worded<?>> words;

    WordAdapter(Map<Class<?>, Worded<?>> words) {
        this.words = words;
    }

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        @SuppressWarnings("unchecked")
        Worded<T> worded = (Worded<T>) Worded.find(type.getRawType(), words);
        if (worded == null) {
            return null;
        }
        return new TypeAdapter<T>() {

            @Override
            public @Nullable T read(JsonReader in) throws IOException {
                return worded.value().apply(in.nextString()).orElse(null);
            }

            @Override
            public void write(JsonWriter out, T value) throws IOException {
                out.value(worded.word().apply(value));
            }
        }.nullSafe();
    }
}
