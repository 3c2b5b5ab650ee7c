package shadewalk.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;
import shadewalk.diagram.seen.Pictures;
import shadewalk.export.Moments;
import shadewalk.read.tell.Names;
import shadewalk.scenario.Ran;
import shadewalk.scenario.Timeline;
import shadewalk.state.Role;
import shadewalk.state.State;
import shadewalk.x86.Gva;

class SiblingsTest {

    /// One frame is page directory and page table at once, the latter with two sets of rights.
    private static final Timeline RUN = Ran.of(Moments.scenario("40-selfmap-count"));

    private static final State STATE = RUN.at(RUN.size());

    @Test
    void pagesOfOnePartAreToldApartByWhatElseDiffersInTheirRoles() {
        assertEquals(
                List.of("", "", "", "", "", "", "w-x", "w-x", "wux", "wux"),
                IntStream.range(0, 10)
                        .mapToObj(id -> Names.apart(STATE, STATE.shadow().page(id)))
                        .map(words -> words.replace("access ", ""))
                        .toList());
        assertEquals(List.of(Role.ACCESS), Siblings.toldApartBy(STATE, STATE.shadow().page(8)));
    }

    @Test
    void bothPicturesSayItUnlessAQuestionIsOpen() {
        View walk = View.of(Picture.WALK, RUN, RUN.size(), new Gva(0xc080_0000L));
        View tables = walk.in(Picture.TABLES);
        Diagram told = Pictures.draw(tables);
        assertTrue(
                told.byId().get("sp8/apart") instanceof Shape.Text words
                        && words.text().equals("access wux"));
        assertTrue(String.join("\n", told.plain()).contains("sp8 q0 lower 2 MiB access wux"));
        assertFalse(Pictures.draw(tables.asked()).byId().containsKey("sp8/apart"));
        assertFalse(Pictures.draw(walk.asked()).description().contains("access wux"));
    }
}
