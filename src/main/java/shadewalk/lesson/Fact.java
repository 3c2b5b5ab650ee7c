package shadewalk.lesson;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something the engine must confirm at the end of a stop. Expected values are texts: a number, a
/// word, or an expression of [Moment].
public sealed interface Fact {

    /// So many events of the stop fit; without a count, at least one.
    record Events(EventFilter filter, @Nullable Integer count) implements Fact {}

    /// Fields of a guest entry (`pde here`), by their names in its layout.
    record GuestEntry(String which, Map<String, String> is) implements Fact {

        public GuestEntry {
            is = Map.copyOf(is);
        }
    }

    /// Fields of a shadow entry (`pde here`), by their names in its layout.
    record ShadowEntry(String which, Map<String, String> is) implements Fact {

        public ShadowEntry {
            is = Map.copyOf(is);
        }
    }

    /// Fields of the role of the shadow page that holds a shadow entry (`pte here`).
    record RoleOf(String which, Map<String, String> is) implements Fact {

        public RoleOf {
            is = Map.copyOf(is);
        }
    }

    /// So many shadow pages of this kind exist.
    record Pages(Map<String, String> with, int count) implements Fact {

        public Pages {
            with = Map.copyOf(with);
        }
    }

    /// A counter has a value, or moved by so much in this stop.
    record Counter(String name, boolean moved, String is) implements Fact {}

    /// How the stop's last action ended.
    record Result(Map<String, String> is) implements Fact {

        public Result {
            is = Map.copyOf(is);
        }
    }

    /// An expression has a value.
    record Value(String expression, String is) implements Fact {}
}
