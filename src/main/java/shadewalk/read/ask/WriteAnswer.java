package shadewalk.read.ask;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.read.GuestTables;
import shadewalk.read.ShadowStep;
import shadewalk.read.WriteEffect;
import shadewalk.read.tell.EntryWords;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.Page;

/// Which shadow entries a guest write touches, as text to be pasted into a mail: lines of at most
/// 72 columns.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `mmu_try_to_unsync_pages`.
public final class WriteAnswer {

    private final State state;
    private final List<String> lines = new ArrayList<>();

    private WriteAnswer(State state) {
        this.state = state;
    }

    /// The answer for a write of so many bytes.
    ///
    /// @param at where guest memory is written
    /// @param bytes 1, 2, 4 or 8
    public static List<String> of(State state, Gpa at, int bytes) {
        WriteAnswer answer = new WriteAnswer(state);
        answer.tell(at, bytes);
        return List.copyOf(answer.lines);
    }

    private void tell(Gpa at, int bytes) {
        sayWhere(at, bytes);
        if (at.offset() + bytes > Page.SIZE) {
            say("touch.crosses");
            return;
        }
        WriteEffect effect = WriteEffect.of(state, at, bytes);
        switch (effect.guard()) {
            case NONE -> say("touch.none", at.gfn());
            case WRITE_TRACKED -> {
                say("touch.tracked", at.gfn());
                tell(effect, "touch.tracked.source");
            }
            case WRITE_PROTECTED -> {
                say("touch.protected", at.gfn());
                tell(effect, "touch.unsync.source");
            }
            case UNSYNC -> {
                say("touch.unsync");
                tell(effect, "touch.unsync.source");
            }
        }
    }

    /// Names the place, and the entry if the frame holds a table.
    private void sayWhere(Gpa at, int bytes) {
        int entryBytes = state.cpu().registers().mode().entryBytes();
        String offset = Hex.prefixed(at.offset());
        if (entryBytes == 0 || WriteEffect.of(state, at, 1).guard() == GuestTables.Guard.NONE) {
            say("touch.write", bytes, at, at.gfn(), offset);
        } else {
            say("touch.write.entry", bytes, at, at.gfn(), offset, at.offset() / entryBytes);
        }
    }

    private void tell(WriteEffect effect, String source) {
        lines.add("");
        effect.pages().forEach(this::tell);
        lines.add("");
        say(source);
    }

    private void tell(WriteEffect.OnPage on) {
        ShadowPage page = on.page();
        switch (on.fate()) {
            case MISALIGNED -> lines.add(name(page) + ANSWERS.get("touch.misaligned"));
            case FLOODED ->
                    lines.add(name(page) + ANSWERS.get("touch.floods", page.writeFlooding() + 1));
            case ELSEWHERE -> lines.add(name(page) + ANSWERS.get("touch.elsewhere"));
            case ENTRIES -> on.entries().forEach(entry -> tell(page, entry));
        }
    }

    private void tell(ShadowPage page, SpteAt entry) {
        long spte = page.spte(entry.index());
        String target = EntryWords.shadowTarget(ShadowStep.of(state, entry));
        String flags = EntryWords.flags(Spte.layout(spte, page.level()), spte);
        lines.add(
                (name(page)
                                + "SPTE %-3d  %s  %s %s"
                                        .formatted(
                                                entry.index(),
                                                Hex.padded(spte, 16),
                                                target.equals("0")
                                                        ? ANSWERS.get("touch.empty")
                                                        : target,
                                                flags))
                        .stripTrailing());
    }

    private static String name(ShadowPage page) {
        String quadrant = page.role().has4ByteGpte() ? " q" + page.role().quadrant() : "";
        return "  %-5s %-6s ".formatted("sp" + page.id(), "l" + page.level() + quadrant);
    }

    private void say(String key, Object... values) {
        String[] words = new String[values.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(values[i]);
        }
        lines.addAll(List.of(ANSWERS.get(key, (Object[]) words).split("\n")));
    }
}
