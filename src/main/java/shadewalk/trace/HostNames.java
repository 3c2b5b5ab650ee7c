package shadewalk.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Hex;
import shadewalk.state.Spte;
import shadewalk.x86.Page;

/// Replaces the host addresses in a kernel's trace, which differ from run to run, by names: `{10}`
/// for the frame last seen behind guest frame 10, `<t3>` for the table that was the fourth to be
/// named.
///
/// The kernel gives a freed page out again, so a number may mean two tables in turn. A table keeps
/// its name as long as nothing was zapped since it was last named, and through a step before and
/// after which the shadow tables link it at the same place; otherwise it gets a new one. One name
/// therefore never means two tables, but one table may have had two names.
final class HostNames {

    private static final String MARKER = "tracing_mark_write: ";
    private static final Pattern STEP = Pattern.compile("(step \\d+:|end of ).*");
    private static final Pattern REQUESTED =
            Pattern.compile(
                    "(kvm_mmu_spte_requested: gfn )([0-9a-f]+) pfn ([0-9a-f]{1,16})( level \\d)");
    private static final Pattern SET =
            Pattern.compile(
                    "(kvm_mmu_set_spte: gfn )([0-9a-f]+) spte ([0-9a-f]{1,16}) (\\(\\S+\\)) level (\\d) at ([0-9a-f]{1,16})");
    private static final Pattern ROOT =
            Pattern.compile("(shadow \\d+: root=)0x([0-9a-f]{1,16})( level=\\d)");
    private static final Pattern ENTRY =
            Pattern.compile(
                    "(shadow \\d+: l)(\\d)( gva=)(\\w+)( spte=)(?:0x)?([0-9a-f]{1,16})( \\(was .*)?");
    private static final Pattern FAST =
            Pattern.compile(
                    "(fast_page_fault: .*) sptep \\w+ old (?:0x)?([0-9a-f]{1,16}) new (?:0x)?([0-9a-f]{1,16})(.*)");
    private static final Pattern POINTER = Pattern.compile("sptep:\\w+");

    private final List<String> step = new ArrayList<>();
    private final Deque<String> done = new ArrayDeque<>();
    private final Map<Long, String> frames = new HashMap<>();
    private final Map<Long, String> tables = new HashMap<>();
    private final Map<Long, Integer> namedAfterZaps = new HashMap<>();
    private final Map<String, Long> links = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private Set<Long> kept = Set.of();
    private int zaps;
    private int names;

    /// Takes one line, without its columns.
    void add(String line) {
        String text = line.startsWith(MARKER) ? line.substring(MARKER.length()) : line;
        if (STEP.matcher(text).matches()) {
            end();
        }
        step.add(text.stripTrailing());
    }

    /// Finishes the step whose lines were added last.
    void end() {
        kept = linkedThroughout();
        for (String text : step) {
            String named = named(text);
            if (named != null) {
                done.add(named);
            }
        }
        step.clear();
    }

    /// The next line of a finished step, or null.
    @Nullable String next() {
        return done.poll();
    }

    private @Nullable String named(String text) {
        if (text.endsWith("[reinjected]")) {
            return null; // a host interrupt came between injection and delivery
        }
        if (text.startsWith("kvm_mmu_prepare_zap_page")) {
            zaps++;
        }
        return POINTER.matcher(withNames(text)).replaceAll("sptep:*");
    }

    private String withNames(String text) {
        Matcher requested = REQUESTED.matcher(text);
        if (requested.matches()) {
            return requested(requested);
        }
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            return set(set);
        }
        Matcher root = ROOT.matcher(text);
        if (root.matches()) {
            return root.group(1) + table(Page.FRAME.of(number(root.group(2)))) + root.group(3);
        }
        Matcher entry = ENTRY.matcher(text);
        if (entry.matches()) {
            return entry(entry);
        }
        Matcher fast = FAST.matcher(text);
        if (fast.matches()) {
            return "%s sptep * old %s new %s%s"
                    .formatted(
                            fast.group(1),
                            leaf(number(fast.group(2))),
                            leaf(number(fast.group(3))),
                            fast.group(4));
        }
        return text;
    }

    private String requested(Matcher m) {
        long pfn = number(m.group(3));
        String name = Labels.reserved(pfn);
        if (name == null) {
            frames.put(pfn, m.group(2));
            name = "{" + m.group(2) + "}";
        }
        return m.group(1) + m.group(2) + " pfn " + name + m.group(4);
    }

    private String set(Matcher m) {
        long spte = number(m.group(3));
        long at = number(m.group(6));
        frames.put(Spte.PFN.of(spte), m.group(2));
        return "%s%s spte %s %s level %s at %s+%s"
                .formatted(
                        m.group(1),
                        m.group(2),
                        leaf(spte),
                        m.group(4),
                        m.group(5),
                        table(Page.FRAME.of(at)),
                        Hex.digits(Page.OFFSET.of(at), 3));
    }

    private String entry(Matcher m) {
        int level = Integer.parseInt(m.group(2));
        long spte = number(m.group(6));
        String place = m.group(2) + m.group(4);
        String text = mapsMemory(level, spte) ? leaf(spte) : link(spte);
        String was = shown.put(place, text);
        return m.group(1)
                + m.group(2)
                + m.group(3)
                + m.group(4)
                + m.group(5)
                + text
                + (m.group(7) == null ? "" : " (was " + was + ")");
    }

    private static boolean mapsMemory(int level, long spte) {
        return level == 1 || level < 4 && Spte.large(spte) && Spte.present(spte);
    }

    private String leaf(long spte) {
        String plain = Labels.plain(spte);
        return plain != null
                ? plain
                : "{" + frames.getOrDefault(Spte.PFN.of(spte), "?") + "}" + Labels.flags(spte);
    }

    private String link(long spte) {
        String plain = Labels.plain(spte);
        return plain != null ? plain : table(Spte.CHILD.of(spte)) + Labels.flags(spte);
    }

    private String table(long pfn) {
        String name = tables.get(pfn);
        boolean sure = Objects.equals(namedAfterZaps.put(pfn, zaps), zaps) || kept.contains(pfn);
        if (name == null || !sure) {
            name = "<t" + names++ + ">";
            tables.put(pfn, name);
        }
        return name;
    }

    /// The tables that hang in the same place of the current shadow tables before and after the
    /// step.
    private Set<Long> linkedThroughout() {
        Map<String, Long> before = new HashMap<>(links);
        for (String text : step) {
            Matcher root = ROOT.matcher(text);
            Matcher entry = ENTRY.matcher(text);
            if (root.matches()) {
                links.put("root", Page.FRAME.of(number(root.group(2))));
            } else if (entry.matches()) {
                link(entry);
            }
        }
        Set<Long> throughout = new HashSet<>();
        before.forEach((place, table) -> {
            if (table.equals(links.get(place))) {
                throughout.add(table);
            }
        });
        return throughout;
    }

    private void link(Matcher entry) {
        int level = Integer.parseInt(entry.group(2));
        long spte = number(entry.group(6));
        String place = entry.group(2) + entry.group(4);
        boolean table = Spte.P.in(spte) && !Spte.MMIO.in(spte) && !mapsMemory(level, spte);
        if (table) {
            links.put(place, Spte.CHILD.of(spte));
        } else {
            links.remove(place);
        }
    }

    private static long number(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
