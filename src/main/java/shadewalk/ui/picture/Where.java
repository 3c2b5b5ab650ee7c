package shadewalk.ui.picture;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

/// Which address the picture is about: what somebody asked for, else what the author of a scene
/// wished, else what the events are about.
public final class Where {

    private final Session session;
    private final Runnable changed;
    private Gva usual = new Gva(0);
    private Optional<Gva> staged = Optional.empty();
    private Optional<Gva> asked = Optional.empty();
    private final ReadOnlyBooleanWrapper elsewhere =
            new ReadOnlyBooleanWrapper(this, "elsewhere", false);

    /// @param changed is told of every change but those of the moment
    Where(Session session, Runnable changed) {
        this.session = session;
        this.changed = changed;
    }

    /// The address to show where no event names one.
    public void setUsual(Gva address) {
        usual = address;
        changed.run();
    }

    /// The address that a scene is about at its end.
    public void stage(Gva address) {
        staged = Optional.of(address);
        changed.run();
    }

    /// Somebody asks for an address. One that is shown already stays as it is.
    public void ask(Gva address) {
        if (!address().equals(address)) {
            asked = Optional.of(address).filter(other -> !other.equals(home()));
            elsewhere.set(asked.isPresent());
            changed.run();
        }
    }

    /// Forgets what somebody asked for.
    public void back() {
        asked = Optional.empty();
        elsewhere.set(false);
        changed.run();
    }

    /// Forgets that, and what an author wished.
    public void follow() {
        staged = Optional.empty();
        back();
    }

    /// Whether somebody asked for an address that the moment is not about.
    public ReadOnlyBooleanProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    /// The address that is shown.
    public Gva address() {
        return asked.orElseGet(this::home);
    }

    private Gva home() {
        return staged.orElseGet(() -> session.moment().address(usual));
    }
}
