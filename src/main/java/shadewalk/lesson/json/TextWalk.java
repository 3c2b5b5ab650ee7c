package shadewalk.lesson.json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// Walks over the texts of a record that are told to people, as [Marks.Said] marks them.
public final class TextWalk {

    private final Change change;

    private TextWalk(Change change) {
        this.change = change;
    }

    /// What becomes of a text.
    public interface Change {

        /// The text to put in its place.
        ///
        /// @param path where it stands in the file, `$.steps[2].title`
        String apply(String path, Marks.Said.As as, String text);
    }

    /// The record with each text replaced that is not empty.
    ///
    /// @param path where the record stands in the file
    public static <T extends Record> T map(T record, String path, Change change) {
        return new TextWalk(change).parts(record, path);
    }

    private <T> T parts(T record, String path) {
        return Components.changed(
                record,
                (component, value) ->
                        part(
                                component,
                                value,
                                path + "." + Components.name(component, component.getName())));
    }

    private Object part(RecordComponent component, Object value, String path) {
        return switch (value) {
            case Record record -> parts(record, path);
            case String text -> {
                Marks.Said said = component.getAnnotation(Marks.Said.class);
                yield said == null || text.isEmpty()
                        ? text
                        : change.apply(path, said.value(), text);
            }
            case List<?> list -> {
                List<Object> changed = new ArrayList<>();
                for (Object each : list) {
                    changed.add(part(component, each, path + "[" + changed.size() + "]"));
                }
                yield List.copyOf(changed);
            }
            default -> value;
        };
    }
}
