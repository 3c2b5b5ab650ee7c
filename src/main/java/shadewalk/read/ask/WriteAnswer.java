package shadewalk.read.ask;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.GuestWalk;
import shadewalk.read.Thing;
import shadewalk.read.Twins;
import shadewalk.read.WriteEffect;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.text.Columns;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
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

    /// The same of a guest virtual address, by the guest's own tables.
    public static List<String> of(State state, Gva at, int bytes) {
        Gpa gpa = GuestWalk.of(state, at).gpa();
        return gpa == null
                ? Columns.of(ANSWERS.get("touch.unmapped", Hex.prefixed(at.raw())))
                : of(state, gpa, bytes);
    }

    /// Where a thing stands in guest memory; of a thing in the shadow, what it stands for.
    public static Optional<Gpa> place(State state, Thing thing) {
        return switch (thing) {
            case Thing.Memory(var at) -> Optional.of(at);
            case Thing.MemoryPage(var gfn) -> Optional.of(gfn.at(0));
            case Thing.GuestTable(var gfn) -> Optional.of(gfn.at(0));
            case Thing.GuestEntry entry ->
                    GuestTables.readings(state, entry).stream().findFirst().map(GuestStep::at);
            case Thing.Part part -> part.place().flatMap(whole -> place(state, whole));
            case Thing.ShadowTable _, Thing.ShadowEntry _, Thing.PaeRoot _, Thing.RootEntry _ ->
                    Twins.of(state, thing).stream()
                            .flatMap(twin -> place(state, twin).stream())
                            .findFirst();
        };
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
            case MISALIGNED -> lines.add(Row.table(page) + ANSWERS.get("touch.misaligned"));
            case FLOODED ->
                    lines.add(
                            Row.table(page)
                                    + ANSWERS.get("touch.floods", page.writeFlooding() + 1));
            case ELSEWHERE -> lines.add(Row.table(page) + ANSWERS.get("touch.elsewhere"));
            case ENTRIES -> on.entries().forEach(at -> lines.add(new Row(state).spte(at)));
        }
    }

    private void say(String key, Object... values) {
        String[] words = new String[values.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(values[i]);
        }
        lines.addAll(List.of(ANSWERS.get(key, (Object[]) words).split("\n")));
    }
}
