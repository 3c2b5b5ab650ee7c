package shadewalk.state;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import shadewalk.x86.Gfn;
import shadewalk.x86.Pfn;

/// One shadow page, KVM's `struct kvm_mmu_page`: a table of 512 shadow entries that stands for a
/// guest table, for a half or a quarter of one, or (direct) for none.
///
/// @param id Shadewalk's number for the page, counted from 0 and never used twice
/// @param gfn the guest table it shadows; for a direct page the first frame it maps
/// @param role how the frame is interpreted
/// @param generation `mmu_valid_gen` when it was made, 0 or 1
/// @param rootCount how many root slots refer to it
/// @param unsync whether the guest may write the table behind its back
/// @param spt the 512 entries
/// @param translations for an indirect page, behind each leaf entry the guest's `gfn << 12 |
///   access` (`shadowed_translation`); null for a direct page
/// @param parents the entries that point to this page, packed as in [SpteAt]
/// @param unsyncChildren a word for each 64 entries; a set bit says that something unsync can be
///   reached through the entry
/// @param writeFlooding emulated writes to the guest table since the page was last used
public record ShadowPage(
        int id,
        Gfn gfn,
        Role role,
        int generation,
        int rootCount,
        boolean unsync,
        Words spt,
        @Nullable Words translations,
        Places parents,
        Bits512 unsyncChildren,
        int writeFlooding) {

    /// The first host frame that shadow tables use in this model; the real kernel takes any.
    private static final long FIRST_TABLE_FRAME = 0x900_0000L;

    /// A new page with an empty table.
    static ShadowPage create(int id, Gfn gfn, Role role, int generation) {
        return new ShadowPage(
                id,
                gfn,
                role,
                generation,
                0,
                false,
                Words.ZERO,
                role.direct() ? null : Words.ZERO,
                Places.NONE,
                Bits512.NONE,
                0);
    }

    /// The page that a non-leaf entry names. Kernel: mmu_internal.h, to_shadow_page.
    public static int childOf(long spte) {
        return (int) (Spte.CHILD.of(spte) - FIRST_TABLE_FRAME);
    }

    /// The host frame of the table of page `id`.
    public static Pfn tableOf(int id) {
        return new Pfn(FIRST_TABLE_FRAME + id);
    }

    /// The host frame of this page's table.
    public Pfn table() {
        return tableOf(id);
    }

    public int level() {
        return role.level();
    }

    /// Entry `index`, 0 to 511.
    public long spte(int index) {
        return spt.get(index);
    }

    /// Whether the page shadows a guest table.
    public boolean indirect() {
        return !role.direct();
    }

    /// The guest frame that a leaf at `index` maps. Kernel: mmu.c, kvm_mmu_page_get_gfn.
    public Gfn gfnAt(int index) {
        if (translations != null) {
            return new Gfn(translations.get(index) >>> 12);
        }
        return new Gfn(gfn.raw() + ((long) index << 9 * (level() - 1)));
    }

    /// The guest's rights behind a leaf at `index`, as [Acc] bits. Kernel: mmu.c,
    /// kvm_mmu_page_get_access.
    public int accessAt(int index) {
        return translations != null ? (int) (translations.get(index) & Acc.ALL) : role.access();
    }

    /// Whether something unsync can be reached through this page.
    public boolean hasUnsyncChildren() {
        return !unsyncChildren.isEmpty();
    }

    ShadowPage withSpte(int index, long spte) {
        return edited(edit -> edit.spt = spt.with(index, spte));
    }

    ShadowPage withLeaf(int index, long spte, Gfn maps, int access) {
        return edited(edit -> {
            edit.spt = spt.with(index, spte);
            if (translations != null) {
                edit.translations = translations.with(index, maps.raw() << 12 | access);
            }
        });
    }

    ShadowPage withParents(Places now) {
        return edited(edit -> edit.parents = now);
    }

    ShadowPage withUnsync(boolean now) {
        return edited(edit -> edit.unsync = now);
    }

    ShadowPage withUnsyncChild(int index, boolean now) {
        return edited(edit -> edit.unsyncChildren = unsyncChildren.with(index, now));
    }

    ShadowPage withRootCount(int now) {
        return edited(edit -> edit.rootCount = now);
    }

    ShadowPage withWriteFlooding(int now) {
        return edited(edit -> edit.writeFlooding = now);
    }

    ShadowPage asInvalid() {
        return edited(edit -> edit.role = role.asInvalid());
    }

    private ShadowPage edited(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.page();
    }

    /// A copy in the making.
    private static final class Edit {

        private final ShadowPage of;
        private Role role;
        private int rootCount;
        private boolean unsync;
        private Words spt;
        private @Nullable Words translations;
        private Places parents;
        private Bits512 unsyncChildren;
        private int writeFlooding;

        Edit(ShadowPage of) {
            this.of = of;
            role = of.role;
            rootCount = of.rootCount;
            unsync = of.unsync;
            spt = of.spt;
            translations = of.translations;
            parents = of.parents;
            unsyncChildren = of.unsyncChildren;
            writeFlooding = of.writeFlooding;
        }

        ShadowPage page() {
            return new ShadowPage(
                    of.id,
                    of.gfn,
                    role,
                    of.generation,
                    rootCount,
                    unsync,
                    spt,
                    translations,
                    parents,
                    unsyncChildren,
                    writeFlooding);
        }
    }
}
