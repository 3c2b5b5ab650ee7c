package shadewalk.read.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shadewalk.read.Picture;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.Twins;
import shadewalk.scenario.Timeline;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.ui.session.Runs;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gfn;

class InspectorTest {

    private final Timeline run = Runs.twoHalves();
    private final Session session = new Session(run);

    private Inspection inspect(Thing thing) {
        session.toEnd();
        return Inspector.of(session.moment(), thing, Telling.ALL).orElseThrow();
    }

    private static List<Section.Word> words(Inspection inspection) {
        return inspection.sections().stream()
                .filter(Section.Word.class::isInstance)
                .map(Section.Word.class::cast)
                .toList();
    }

    @Test
    void theGuestEntryStandsAboveItsShadowEntry() {
        Thing spte = Twins.of(end(), new Thing.GuestEntry(new Gfn(5), 513)).getFirst();
        List<Section.Word> words = words(inspect(spte));
        assertEquals("PT32 PTE", words.get(0).layout().name());
        assertEquals("SPTE (leaf)", words.get(1).layout().name());
        assertEquals(0x14, words.get(0).value() >>> 12);
    }

    @Test
    void aDirectoryEntryIsReadAsOne() {
        List<Section.Word> words = words(inspect(new Thing.GuestEntry(new Gfn(1), 770)));
        assertEquals("PT32 PDE", words.getFirst().layout().name());
        assertEquals(3, words.size());
    }

    @Test
    void aShadowPageShowsItsRole() {
        Section.Word role = words(inspect(new Thing.ShadowTable(0))).getFirst();
        assertEquals("kvm_mmu_page_role", role.layout().name());
        assertEquals(32, role.layout().width());
    }

    @Test
    void whoChangedAnEntryLastIsALinkThere() {
        Inspection inspection = inspect(new Thing.GuestEntry(new Gfn(5), 1));
        Section.Facts facts =
                assertInstanceOf(Section.Facts.class, inspection.sections().getLast());
        Section.Part part = facts.facts().getLast().parts().getFirst();
        Section.Target.ToPosition there =
                assertInstanceOf(Section.Target.ToPosition.class, part.target());
        assertTrue(there.position() > 0 && there.position() < run.size());
    }

    @Test
    void whatDoesNotExistYetIsNotMadeUp() {
        assertTrue(Inspector.of(session.moment(), new Thing.ShadowTable(0), Telling.ALL).isEmpty());
        Thing entry = new Thing.ShadowEntry(new SpteAt(99, 0));
        assertTrue(Inspector.of(session.moment(), entry, Telling.ALL).isEmpty());
    }

    private State end() {
        return run.at(run.size());
    }

    private static String said(Section section) {
        return assertInstanceOf(Section.Facts.class, section).facts().stream()
                .map(fact ->
                        fact.label()
                                + ": "
                                + fact.parts().stream()
                                        .map(Section.Part::text)
                                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aShadowPageSaysFirstWhichPartItIsAndWhatAWriteDoes() {
        SpteAt upper =
                ((Thing.ShadowEntry)
                                Twins.of(end(), new Thing.GuestEntry(new Gfn(5), 513)).getFirst())
                        .at();
        Inspection page = inspect(new Thing.ShadowTable(upper.page()));
        List<String> first = said(page.sections().getFirst()).lines().toList();
        assertTrue(first.get(0).contains("upper 2 MiB"), first::toString);
        assertTrue(first.get(0).endsWith("addresses 0xc0a00000 to 0xc0bfffff"), first::toString);
        assertTrue(first.get(1).startsWith("Guest writes to it: "), first::toString);
        assertInstanceOf(Section.Word.class, page.sections().get(1));
    }

    @Test
    void aShadowDirectorySaysWhatLeadsToIt() {
        String directory = said(inspect(new Thing.ShadowTable(3)).sections().getFirst());
        assertTrue(directory.endsWith("What points to it (parents): pae_root[3]"), directory);
    }

    @Test
    void aDirectoryThatNoEntryMapsSaysWhatTheListIsOf() {
        String table = said(inspect(new Thing.GuestTable(new Gfn(1))).sections().getFirst());
        assertTrue(table.contains("(rmap): none. The list holds the SPTEs"), table);
    }

    private List<String> factsWhileAsked(Thing thing) {
        session.toEnd();
        Telling asked = Telling.whileAsked(Picture.WALK);
        return Inspector.of(session.moment(), thing, asked).orElseThrow().sections().stream()
                .filter(Section.Facts.class::isInstance)
                .flatMap(section -> ((Section.Facts) section).facts().stream())
                .map(Section.Fact::id)
                .toList();
    }

    @Test
    void whileAQuestionIsOpenNothingSaysWhatFollowsFromTheBits() {
        assertEquals(
                List.of(
                        "stands-for",
                        "parents",
                        "key",
                        "used",
                        "flooding",
                        "roots",
                        "generation",
                        "changed"),
                factsWhileAsked(new Thing.ShadowTable(0)));
        assertEquals(
                List.of("shadow-pages", "rmap", "changed"),
                factsWhileAsked(new Thing.GuestTable(new Gfn(5))));
        assertEquals(
                List.of("maps", "changed"), factsWhileAsked(new Thing.GuestEntry(new Gfn(5), 1)));
    }
}
