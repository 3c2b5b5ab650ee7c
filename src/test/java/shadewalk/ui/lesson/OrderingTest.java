package shadewalk.ui.lesson;

import static javafx.geometry.VerticalDirection.DOWN;
import static javafx.geometry.VerticalDirection.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import shadewalk.text.Texts;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX fills the fields
class OrderingTest {

    private static final List<String> ITEMS =
            List.of(
                    "The processor finds no entry in the shadow, and faults",
                    "KVM walks the guest's tables",
                    "KVM writes",
                    "The guest's read is tried again, and this time it succeeds");

    private Ordering ordering;

    @Start
    void start(Stage stage) {
        ordering = new Ordering(ITEMS, Texts.WINDOW);
        stage.setScene(new Scene(ordering, 240, 400));
        stage.show();
    }

    @Test
    void aRowIsDraggedToItsPlace(FxRobot robot) {
        List<Integer> before = ordering.order();
        drag(robot, "#item-4", "#item-1", UP);
        assertEquals(
                List.of(before.get(3), before.get(0), before.get(1), before.get(2)),
                ordering.order());
        drag(robot, "#item-1", "#item-3", DOWN);
        assertEquals(
                List.of(before.get(0), before.get(1), before.get(3), before.get(2)),
                ordering.order());
        assertTrue(ordering.getChildren().stream().allMatch(row -> row.getTranslateY() == 0));
    }

    @Test
    void rowsOfEveryHeightReachBothEnds(FxRobot robot) {
        for (int item : List.of(0, 1, 2, 3)) {
            drag(robot, "#item-" + (ordering.order().indexOf(item) + 1), "#item-1", UP);
            assertEquals(item, ordering.order().getFirst());
            drag(robot, "#item-1", "#item-4", DOWN);
            assertEquals(item, ordering.order().getLast());
        }
    }

    private static void drag(FxRobot robot, String from, String to, VerticalDirection way) {
        // A place and not a label, which goes elsewhere while rows are dragged.
        var place = robot.point(to).query().add(0, way == UP ? -8 : 8);
        robot.drag(from, MouseButton.PRIMARY);
        robot.dropTo(place);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void itBeginsUnsortedAndIsPutInOrderWhenAllIsKnown(FxRobot robot) {
        assertNotEquals(List.of(0, 1, 2, 3), ordering.order());
        robot.interact(ordering::settle);
        assertEquals(List.of(0, 1, 2, 3), ordering.order());
        assertEquals(ITEMS.getFirst(), robot.lookup("#item-1").queryAs(Label.class).getText());
    }

    @Test
    void noWordIsCutOff(FxRobot robot) {
        for (int i = 1; i <= ITEMS.size(); i++) {
            Label words = robot.lookup("#item-" + i).queryAs(Label.class);
            assertTrue(words.prefHeight(words.getWidth()) <= words.getHeight(), words.getText());
        }
    }
}
