package shadewalk.ui.action;

import java.util.List;

/// A menu: actions in their order. Its words are `menu.ID` in `window.properties`.
///
/// @param parts the menu's parts, between which a line is drawn
public record ActionGroup(String id, List<List<Action>> parts) {

    public ActionGroup {
        parts = parts.stream().map(List::copyOf).toList();
    }

    public List<Action> actions() {
        return parts.stream().flatMap(List::stream).toList();
    }
}
