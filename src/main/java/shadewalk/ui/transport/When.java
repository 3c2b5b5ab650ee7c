package shadewalk.ui.transport;

import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;

/// Whether something holds, found out again whenever what it hangs on changes.
final class When extends BooleanBinding {

    private final BooleanSupplier holds;

    When(BooleanSupplier holds, Observable... on) {
        this.holds = holds;
        bind(on);
    }

    @Override
    protected boolean computeValue() {
        return holds.getAsBoolean();
    }
}
