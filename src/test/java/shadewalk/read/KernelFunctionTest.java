package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import shadewalk.glossary.Glossary;
import shadewalk.glossary.Term;
import shadewalk.state.MmuEvent;

/// The table of the events and the glossary name the same places in the kernel.
class KernelFunctionTest {

    private static final Glossary GLOSSARY = Glossary.load();

    @Test
    void theGlossaryHasTheFunctionAndTheFileOfEveryEvent() {
        Map<String, String> here = new TreeMap<>();
        Map<String, String> there = new TreeMap<>();
        for (var event : oneOfEach()) {
            String name = event.getClass().getSimpleName();
            here.put(name, Told.of(event).function().toString());
            there.put(name, GLOSSARY.event(name).map(Term::source).orElse("no term"));
        }
        assertEquals(there, here);
    }

    @Test
    void theGlossaryHasTheTracepointOfEveryEventThatIsPrinted() {
        Map<String, String> here = new TreeMap<>();
        Map<String, String> there = new TreeMap<>();
        for (var event : oneOfEach()) {
            Told told = Told.of(event);
            if (told.printed()) {
                String name = event.getClass().getSimpleName();
                here.put(name, told.tracepoint());
                there.put(name, GLOSSARY.event(name).map(Term::kernel).orElse("no term"));
            }
        }
        assertEquals(there, here);
    }

    /// One event of each kind, made of nothings.
    private static List<MmuEvent> oneOfEach() {
        return records(MmuEvent.class)
                .map(KernelFunctionTest::something)
                .map(MmuEvent.class::cast)
                .toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(KernelFunctionTest::records);
    }

    private static @Nullable Object something(Class<?> type) {
        if (type.isRecord()) {
            return made(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return something(type.getPermittedSubclasses()[0]);
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == String.class) {
            return "";
        }
        return type == int.class
                ? (Object) 0
                : type == long.class ? (Object) 0L : type == boolean.class ? false : null;
    }

    private static Object made(Class<?> record) {
        RecordComponent[] parts = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(KernelFunctionTest::something).toArray();
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " cannot be made", e);
        }
    }
}
