package shadewalk.ui.action;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// All that can be done in the window, menu by menu.
public final class Actions {

    private final List<ActionGroup> groups;
    private final Map<String, Action> byId = new LinkedHashMap<>();

    /// @throws IllegalArgumentException if two actions share an id or a key
    public Actions(List<ActionGroup> groups) {
        this.groups = List.copyOf(groups);
        Map<KeyCombination, Action> byKey = new HashMap<>();
        for (Action action : groups.stream().flatMap(g -> g.actions().stream()).toList()) {
            if (byId.put(action.id(), action) != null) {
                throw new IllegalArgumentException("two actions are called " + action.id());
            }
            action.key().ifPresent(key -> claim(byKey, key, action));
        }
    }

    private static void claim(
            Map<KeyCombination, Action> byKey, KeyCombination key, Action action) {
        Action other = byKey.put(key, action);
        if (other != null) {
            throw new IllegalArgumentException(
                    other.id() + " and " + action.id() + " have the same key " + key);
        }
    }

    public List<ActionGroup> groups() {
        return groups;
    }

    public List<Action> all() {
        return List.copyOf(byId.values());
    }

    /// The action of this id.
    ///
    /// @throws IllegalArgumentException if there is none
    public Action get(String id) {
        Action action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action is called " + id);
        }
        return action;
    }

    /// The action of a key press.
    public Optional<Action> of(KeyEvent event) {
        return byId.values().stream()
                .filter(action -> action.key().stream().anyMatch(key -> key.match(event)))
                .findFirst();
    }
}
