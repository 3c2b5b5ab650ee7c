package shadewalk.read.differ;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shadewalk.read.Thing;
import shadewalk.scenario.Ran;
import shadewalk.scenario.ScenarioProblem;
import shadewalk.scenario.ScenarioText;
import shadewalk.scenario.Timeline;
import shadewalk.state.State;
import shadewalk.x86.Gfn;

/// Two states are told apart by what a reader would name: guest entries, shadow pages, SPTEs.
class DifferenceTest {

    private static final String MACHINE =
            """
            mode 32
            cr0 0x80010011
            cr3 0x1000
            memslot 0 0 0x100000
            mem32 0x1004 0x2007
            mem32 0x2000 0x10007 0x11007
            ops
            """;

    private static final String PAE =
            """
            mode pae
            cr0 0x80010011
            cr3 0x1020
            cr4 0x20
            memslot 0 0 0x100000
            mem64 0x1020 0x2001
            mem64 0x2008 0x3007
            mem64 0x3008 0x10007
            ops
            """;

    @Test
    void nothingDiffersBetweenEqualStates() throws ScenarioProblem {
        assertEquals(
                new Difference(List.of(), 0),
                Difference.between(end("read s 0x401000"), end("read s 0x401000")));
    }

    @Test
    void eachFourByteEntryStandsForItself() throws ScenarioProblem {
        Item expected =
                new Item(
                        Item.Kind.GUEST_ENTRY,
                        "PTE 1 of PT gfn 2\nfor 0x401000",
                        "gfn 11: P R/W U/S\n0x00011007",
                        "gfn 11: P R/W U/S A\n0x00011027",
                        Optional.of(new Thing.GuestEntry(new Gfn(2), 1)),
                        Optional.of(new Thing.GuestEntry(new Gfn(2), 1)));

        Difference difference = Difference.between(end(""), end("read s 0x401000"));

        assertTrue(difference.items().contains(expected), difference::toString);
        assertEquals(2, count(difference, Item.Kind.GUEST_ENTRY), difference::toString);
    }

    @Test
    void anEightByteEntryIsOneWord() throws ScenarioProblem {
        Difference difference = Difference.between(end(PAE, ""), end(PAE, "poke64 0x3008 0x12003"));

        assertEquals(
                List.of("PTE 1 of PT gfn 3\nfor 0x201000"),
                difference.items().stream().map(Item::what).toList());
        assertEquals("gfn 12: P R/W\n0x0000000000012003", difference.items().getFirst().right());
    }

    @Test
    void aPageThatOnlyOneHasIsNamedWithItsRoleAndItsEntries() throws ScenarioProblem {
        Difference difference = Difference.between(end(""), end("read u 0x401000"));

        Item page = named(difference, Item.Kind.SHADOW_PAGE, "level 1, q0 of gfn 2\nrole 0x");
        assertTrue(page.what().contains("access wux, has_4_byte_gpte"), page::toString);
        assertEquals(Item.NOTHING, page.left());
        assertTrue(page.right().endsWith(": in sync"), page::toString);

        Item spte =
                named(
                        difference,
                        Item.Kind.SPTE,
                        "SPTE 1 in level 1, q0 of gfn 2\nfor guest PTE 1");
        assertEquals(Item.NOTHING, spte.left());
        assertTrue(spte.right().startsWith("maps gfn 11, pfn "), spte::toString);

        Item link =
                named(
                        difference,
                        Item.Kind.SPTE,
                        "SPTE 2 in level 2, q0 of gfn 1\nfor guest PDE 1");
        assertTrue(link.right().endsWith("level 1, q0 of gfn 2"), link::toString);
    }

    @Test
    void pagesOfOtherNumbersAreTheSamePages() throws ScenarioProblem {
        Difference difference =
                Difference.between(
                        end("read s 0x400000\nread s 0x401000"),
                        end("read s 0x401000\nread s 0x400000"));

        assertEquals(0, count(difference, Item.Kind.SHADOW_PAGE), difference::toString);
    }

    @Test
    void aRegisterIsToldWithTheBitThatDiffers() throws ScenarioProblem {
        Difference difference = Difference.between(end(""), end("cr4 0x10"));

        Item cr4 = named(difference, Item.Kind.REGISTER, "CR4");
        assertEquals(List.of("0x0, PSE 0", "0x10, PSE 1"), List.of(cr4.left(), cr4.right()));
    }

    @Test
    void aCounterHasItsKernelName() throws ScenarioProblem {
        Difference difference = Difference.between(end(""), end("read s 0x401000"));

        Item faults = named(difference, Item.Kind.STATISTIC, "pf_taken");
        assertEquals(List.of("0", "1"), List.of(faults.left(), faults.right()));
    }

    @Test
    void whatIsNoTableIsMemory() throws ScenarioProblem {
        Difference difference = Difference.between(end(""), end("poke32 0x5004 0x7"));

        assertEquals(
                List.of(Item.of(Item.Kind.MEMORY, "gpa 0x5004", "0x00000000", "0x00000007")),
                difference.items());
    }

    @Test
    void aBranchWithoutPagingStillHasTheOthersTablesToCompareWith() throws ScenarioProblem {
        String off = "cr0 0x11\npoke32 0x2004 0x12007\nread s 0x5000";
        for (boolean turned : List.of(false, true)) {
            State paged = end("read s 0x401000");
            State unpaged = end(off);
            Difference difference =
                    turned
                            ? Difference.between(unpaged, paged)
                            : Difference.between(paged, unpaged);

            named(difference, Item.Kind.REGISTER, "CR0");
            Item entry = named(difference, Item.Kind.GUEST_ENTRY, "PTE 1 of PT gfn 2");
            assertEquals("gfn 12: P R/W U/S\n0x00012007", turned ? entry.left() : entry.right());
            Item direct = named(difference, Item.Kind.SHADOW_PAGE, "level 1, direct");
            assertEquals(Item.NOTHING, turned ? direct.right() : direct.left());
        }
    }

    private static Item named(Difference difference, Item.Kind kind, String what) {
        return difference.items().stream()
                .filter(item -> item.kind() == kind && item.what().startsWith(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + what + " in " + difference));
    }

    private static long count(Difference difference, Item.Kind kind) {
        return difference.items().stream().filter(item -> item.kind() == kind).count();
    }

    private static State end(String steps) throws ScenarioProblem {
        return end(MACHINE, steps);
    }

    private static State end(String machine, String steps) throws ScenarioProblem {
        Timeline run = Ran.of(ScenarioText.parse("test", machine + steps));
        return run.at(run.size());
    }
}
