package shadewalk.ui.free;

import javafx.util.StringConverter;
import shadewalk.scenario.Mode;
import shadewalk.text.Texts;

/// What the modes of a machine are called.
final class ModeWords extends StringConverter<Mode> {

    private final Texts texts;

    ModeWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(Mode mode) {
        return mode == null ? "" : texts.get("machine.mode." + mode.word());
    }

    /// Nobody types a mode.
    @Override
    public Mode fromString(String words) {
        throw new UnsupportedOperationException("modes are chosen, not typed");
    }
}
