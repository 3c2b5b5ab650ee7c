package shadewalk.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.read.tell.HostNaming;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.x86.Gfn;
import shadewalk.x86.Page;
import shadewalk.x86.Pfn;

/// HostNaming that mean the same in every run: `{10}` for the frame that was last seen behind guest
/// frame 10, `<t3>` for the table that was the fourth to be named.
final class Labels implements HostNaming {

    private static final Field SOFTWARE = new Field("bits 63:52", 63, 52);

    private static final Field NO_FRAME = new Field("no-frame", 63, 62);
    private static final Field NOSLOT = Field.bit("noslot", 63);

    /// Stands for `pae_root`, which is no shadow page.
    private static final int PAE_ROOT = -1;

    private final Map<Long, Long> frames = new HashMap<>();
    private final Map<Integer, String> tables = new HashMap<>();

    @Override
    public String frame(Pfn pfn) {
        String reserved = reserved(pfn.raw());
        return reserved != null ? reserved : named(pfn);
    }

    /// The name of a number that stands for no frame, or null.
    static @Nullable String reserved(long pfn) {
        if (!NO_FRAME.in(pfn)) {
            return null;
        }
        return NOSLOT.in(pfn) ? "noslot" : "error";
    }

    private String named(Pfn pfn) {
        Long gfn = frames.get(pfn.raw());
        return gfn == null ? "{?}" : "{" + Hex.of(gfn) + "}";
    }

    @Override
    public String leaf(long spte) {
        String plain = plain(spte);
        return plain != null ? plain : named(Spte.pfn(spte)) + flags(spte);
    }

    /// An entry that names a child table.
    ///
    /// @param child the table
    String link(long spte, int child) {
        String plain = plain(spte);
        return plain != null ? plain : table(child) + flags(spte);
    }

    /// The words of an entry that names nothing of the host, or null.
    static @Nullable String plain(long spte) {
        if (spte == 0) {
            return "0";
        }
        return Spte.MMIO.in(spte) ? "mmio:" + Hex.of(spte) : null;
    }

    /// What an entry has besides the address.
    static String flags(long spte) {
        long high = SOFTWARE.inPlace(spte);
        String low = "|" + Hex.digits(Page.OFFSET.of(spte), 3);
        return high == 0 ? low : low + "+" + Hex.prefixed(high);
    }

    @Override
    public String place(SpteAt at) {
        return table(at.page()) + "+" + Hex.digits(at.index() * 8L, 3);
    }

    String paeRoot() {
        return table(PAE_ROOT);
    }

    String table(int page) {
        return tables.computeIfAbsent(page, _ -> "<t" + tables.size() + ">");
    }

    @Override
    public void maps(Pfn pfn, Gfn gfn) {
        frames.put(pfn.raw(), gfn.raw());
    }
}
