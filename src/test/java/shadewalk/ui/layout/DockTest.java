package shadewalk.ui.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// Panes of 18 to 23 and of 20 to 24 em beside a middle, with words of 10 pixels.
class DockTest {

    private final DoubleProperty em = new SimpleDoubleProperty(10);
    private final Region middle = new Region();
    private final Region left = new Region();
    private final Region right = new Region();
    private final Dock dock =
            new Dock(
                    Orientation.HORIZONTAL,
                    middle,
                    em,
                    new Dock.Size(18, 23),
                    new Dock.Size(20, 24));

    private void at(double width) {
        dock.resize(width, 100);
        dock.layout();
    }

    private void openBoth() {
        dock.before().show(Optional.of(left));
        dock.behind().show(Optional.of(right));
    }

    @Test
    void panesStandBesideTheMiddle() {
        openBoth();
        at(1000);
        assertEquals(230, left.getWidth());
        assertEquals(230, middle.getLayoutX());
        assertEquals(530, middle.getWidth());
        assertEquals(760, right.getLayoutX());
        assertEquals(240, right.getWidth());
        assertFalse(dock.crowdedProperty().get());
    }

    @Test
    void theMiddleKeepsHalf() {
        openBoth();
        at(800);
        assertEquals(400, middle.getWidth());
        assertTrue(left.getWidth() >= 180 && right.getWidth() >= 200);
        assertFalse(dock.crowdedProperty().get());
    }

    @Test
    void whereBothHaveNoRoomItSaysSo() {
        dock.behind().show(Optional.of(right));
        at(700);
        assertTrue(dock.crowdedProperty().get());
        assertEquals(240, right.getWidth());
        assertEquals(460, middle.getWidth());
    }

    @Test
    void panesGrowAndShrinkWithTheWords() {
        dock.before().show(Optional.of(left));
        at(1000);
        em.set(15);
        dock.layout();
        assertEquals(345, left.getWidth());
        em.set(10);
        dock.layout();
        assertEquals(230, left.getWidth());
    }

    @Test
    void aMiddleThatNeedsMoreThanHalfGetsIt() {
        middle.setMinWidth(600);
        dock.before().show(Optional.of(left));
        em.set(30);
        at(1000);
        assertEquals(600, middle.getWidth());
        assertEquals(400, left.getWidth());
    }

    @Test
    void aPaneTakesItsShareUntilSomebodyMakesItLarger() {
        Dock shared =
                new Dock(
                        Orientation.HORIZONTAL,
                        new Region(),
                        em,
                        new Dock.Size(18, 23),
                        new Dock.Size(20, 24, 0.2));
        shared.behind().show(Optional.of(right));
        shared.resize(1100, 100);
        shared.layout();
        assertEquals(220, right.getWidth());
        shared.resize(1600, 100);
        shared.layout();
        assertEquals(240, right.getWidth());
        shared.behind().setWish(30);
        shared.resize(1100, 100);
        shared.layout();
        assertEquals(300, right.getWidth());
    }

    @Test
    void aMiddleThatIsOfUseOnlyWhenLargeMakesPanesSmaller() {
        dock.setUseful(620);
        dock.behind().show(Optional.of(right));
        at(840);
        assertEquals(220, right.getWidth());
        assertTrue(dock.crowdedProperty().get());
        at(1200);
        assertEquals(240, right.getWidth());
    }
}
