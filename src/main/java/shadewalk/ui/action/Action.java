package shadewalk.ui.action;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;

/// Something a person can do. Its words are `action.ID` in `window.properties`.
///
/// @param id names it in texts, tests and the scene: `event-forward`
/// @param key what to press, if there is a key for it
/// @param work does it
/// @param enabled whether it can be done now
/// @param chosen for an action that is on or off: whether it is on
public record Action(
        String id,
        Optional<KeyCombination> key,
        Runnable work,
        ObservableBooleanValue enabled,
        Optional<BooleanProperty> chosen) {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /// An action that can always be done.
    ///
    /// @param key as in [KeyCombination#valueOf], by the names of [javafx.scene.input.KeyCode];
    ///   empty for none
    /// @throws IllegalArgumentException if there is no such key
    public static Action of(String id, String key, Runnable work) {
        return new Action(id, combination(key), work, ALWAYS, Optional.empty());
    }

    /// An action that is on or off.
    public static Action toggle(String id, String key, BooleanProperty on) {
        return new Action(id, combination(key), () -> on.set(!on.get()), ALWAYS, Optional.of(on));
    }

    /// The same, but only possible while something holds.
    public Action when(ObservableBooleanValue possible) {
        return new Action(id, key, work, possible, chosen);
    }

    /// Does it if it can be done now.
    public void run() {
        if (enabled.get()) {
            work.run();
        }
    }

    private static Optional<KeyCombination> combination(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        KeyCombination combination = KeyCombination.valueOf(key);
        if (combination instanceof KeyCharacterCombination) {
            throw new IllegalArgumentException("there is no key " + key);
        }
        return Optional.of(combination);
    }
}
