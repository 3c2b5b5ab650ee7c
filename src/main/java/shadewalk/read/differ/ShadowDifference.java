package shadewalk.read.differ;

import static shadewalk.text.Texts.ANSWERS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.state.Words;

/// Which shadow pages only one of two states has, and in which entries the others differ. An entry
/// that names a table is the same when the table is the same by its [PageKey].
record ShadowDifference(State left, State right, Items items) {

    void tell() {
        Map<PageKey, ShadowPage> mine = PageKey.pages(left);
        Map<PageKey, ShadowPage> theirs = PageKey.pages(right);
        SortedSet<PageKey> all = new TreeSet<>(mine.keySet());
        all.addAll(theirs.keySet());
        all.forEach(key -> page(key, mine.get(key), theirs.get(key)));
        roots();
        all.forEach(key -> entries(key, mine.get(key), theirs.get(key)));
    }

    private void page(PageKey key, @Nullable ShadowPage mine, @Nullable ShadowPage theirs) {
        if (mine != null && theirs != null && condition(mine).equals(condition(theirs))) {
            return;
        }
        items.add(
                new Item(
                        Item.Kind.SHADOW_PAGE,
                        key + "\n" + key.roleWords(),
                        words(mine),
                        words(theirs),
                        thing(mine),
                        thing(theirs)));
    }

    private static Optional<Thing> thing(@Nullable ShadowPage page) {
        return Optional.ofNullable(page).map(there -> new Thing.ShadowTable(there.id()));
    }

    private static String words(@Nullable ShadowPage page) {
        return page == null ? Item.NOTHING : "sp" + page.id() + ": " + condition(page);
    }

    private static String condition(ShadowPage page) {
        String roots =
                page.rootCount() == 0
                        ? ""
                        : ANSWERS.get("shadow-difference.root", page.rootCount());
        String writes =
                page.writeFlooding() == 0
                        ? ""
                        : ANSWERS.get("shadow-difference.since-last-use", page.writeFlooding());
        return (page.unsync() ? "unsync" : ANSWERS.get("shadow-difference.in-sync"))
                + roots
                + writes;
    }

    private void roots() {
        List<Long> mine = left.cpu().roots().paeRoot();
        List<Long> theirs = right.cpu().roots().paeRoot();
        for (int i = 0; i < mine.size(); i++) {
            if (!rootKey(left, mine.get(i)).equals(rootKey(right, theirs.get(i)))) {
                Optional<Thing> place = Optional.of(new Thing.RootEntry(i));
                items.add(
                        new Item(
                                Item.Kind.SPTE,
                                "pae_root[" + i + "]",
                                root(left, mine.get(i)),
                                root(right, theirs.get(i)),
                                place,
                                place));
            }
        }
    }

    private static Optional<PageKey> rootKey(State state, long entry) {
        return Spte.P.in(entry) ? Optional.of(PageKey.of(child(state, entry))) : Optional.empty();
    }

    private static String root(State state, long entry) {
        return Spte.P.in(entry) ? names(state, entry) : ANSWERS.get("shadow-difference.empty");
    }

    private void entries(PageKey key, @Nullable ShadowPage mine, @Nullable ShadowPage theirs) {
        Words a = mine == null ? Words.ZERO : mine.spt();
        Words b = theirs == null ? Words.ZERO : theirs.spt();
        int i = Math.min(a.nextNonZero(0), b.nextNonZero(0));
        while (i < Words.COUNT) {
            if (mine == null || theirs == null || !same(mine, theirs, i)) {
                items.add(
                        new Item(
                                Item.Kind.SPTE,
                                ANSWERS.get("shadow-difference.spte-in", i, key, key.guestEntry(i)),
                                words(left, mine, i),
                                words(right, theirs, i),
                                thing(mine, i),
                                thing(theirs, i)));
            }
            i = Math.min(a.nextNonZero(i + 1), b.nextNonZero(i + 1));
        }
    }

    private boolean same(ShadowPage mine, ShadowPage theirs, int index) {
        long a = mine.spte(index);
        long b = theirs.spte(index);
        if (Spte.presentNonLeaf(a, mine.level()) && Spte.presentNonLeaf(b, theirs.level())) {
            return PageKey.of(child(left, a)).equals(PageKey.of(child(right, b)));
        }
        return a == b && mine.gfnAt(index).equals(theirs.gfnAt(index));
    }

    private static Optional<Thing> thing(@Nullable ShadowPage page, int index) {
        return Optional.ofNullable(page)
                .map(there -> new Thing.ShadowEntry(new SpteAt(there.id(), index)));
    }

    private static String words(State state, @Nullable ShadowPage page, int index) {
        if (page == null) {
            return Item.NOTHING;
        }
        long spte = page.spte(index);
        if (spte == 0) {
            return ANSWERS.get("shadow-difference.empty");
        }
        if (Spte.presentNonLeaf(spte, page.level())) {
            return names(state, spte);
        }
        String number = "\n" + Hex.padded(spte, 16);
        if (Spte.presentLeaf(spte, page.level())) {
            return ANSWERS.get(
                    "shadow-difference.maps-gfn-pfn",
                    page.gfnAt(index),
                    Spte.pfn(spte),
                    EntryWords.setBits(Spte.layout(spte, page.level()), spte),
                    number);
        }
        return Spte.mmio(spte)
                ? ANSWERS.get(
                        "shadow-difference.mmio-gfn-generation",
                        Hex.of(Spte.MMIO_GFN.of(spte)),
                        Spte.mmioGeneration(spte),
                        number)
                : ANSWERS.get("shadow-difference.not-present", number);
    }

    /// The table an entry names: `names sp5, level 1, q1 of gfn 2`.
    private static String names(State state, long entry) {
        ShadowPage child = child(state, entry);
        return ANSWERS.get("shadow-difference.names-sp", child.id(), PageKey.of(child));
    }

    private static ShadowPage child(State state, long entry) {
        return state.shadow().page(ShadowPage.childOf(entry));
    }
}
