package shadewalk.ui.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class BarTest {

    private final Bar bar = new Bar(group(), group(), group());

    private static Region group() {
        Region group = new Region();
        group.setPrefSize(200, 30);
        group.setMinSize(200, 30);
        return group;
    }

    private void at(double width) {
        bar.resize(width, bar.prefHeight(width));
        bar.layout();
    }

    @Test
    void groupsAreSpreadOverTheWidth() {
        at(1000);
        assertEquals(30, bar.getHeight());
        assertEquals(0, bar.getChildren().getFirst().getLayoutX());
        assertEquals(400, bar.getChildren().get(1).getLayoutX());
        assertEquals(800, bar.getChildren().getLast().getLayoutX());
    }

    @Test
    void whatDoesNotFitGoesOnInAnotherRow() {
        at(450);
        assertEquals(60, bar.getHeight());
        for (Node group : bar.getChildren()) {
            assertTrue(group.getBoundsInParent().getMaxX() <= 450);
            assertTrue(group.getBoundsInParent().getMaxY() <= 60);
        }
        assertEquals(30, bar.getChildren().getLast().getLayoutY());
    }

    @Test
    void whatNeedsOneRowTooManyIsLeftOut() {
        bar.keepTo(1);
        at(450);
        assertEquals(30, bar.getHeight());
        assertEquals(
                List.of(true, true, false),
                bar.getChildren().stream().map(Node::isVisible).toList());
        at(1000);
        assertTrue(bar.getChildren().getLast().isVisible());
    }

    @Test
    void oneGroupBecomesNarrowerBeforeAnotherRowBegins() {
        Region elastic = (Region) bar.getChildren().get(1);
        elastic.setMinSize(100, 30);
        bar.letShrink(elastic);
        at(556);
        assertEquals(30, bar.getHeight());
        assertEquals(140, elastic.getWidth());
        assertEquals(356, bar.getChildren().getLast().getLayoutX());
        at(1000);
        assertEquals(200, elastic.getWidth());
        at(500);
        assertEquals(60, bar.getHeight());
    }
}
