package shadewalk.lesson.play;

import java.util.List;
import java.util.Optional;
import shadewalk.bits.Layout;
import shadewalk.lesson.Blueprint;
import shadewalk.mmu.RegisterCheck;
import shadewalk.scenario.Mode;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.PagingMode;

/// The control registers a machine starts with: what its mode needs, and the bits a lesson adds.
record StartRegisters(long cr0, long cr4, long efer) {

    static StartRegisters of(Blueprint plan) {
        boolean wide = plan.mode() == Mode.PAE || plan.mode() == Mode.LONG;
        boolean longMode = plan.mode() == Mode.LONG;
        long cr0 = Cr0.PG.put(Cr0.ET.set(Cr0.PE.set(0)), plan.mode() != Mode.NONPAGING);
        long efer = Efer.LMA.put(Efer.LME.put(0, longMode), longMode);
        return new StartRegisters(
                set(Cr0.LAYOUT, plan.cr0(), cr0),
                set(Cr4.LAYOUT, plan.cr4(), Cr4.PAE.put(0, wide)),
                set(Efer.LAYOUT, plan.efer(), efer));
    }

    private static long set(Layout layout, List<String> bits, long start) {
        long word = start;
        for (String bit : bits) {
            word = layout.field(bit).set(word);
        }
        return word;
    }

    PagingMode mode() {
        return PagingMode.of(cr0, cr4, efer);
    }

    /// Why no machine can be started with these registers; empty if one can.
    Optional<String> refusal() {
        return RegisterCheck.refusal(cr0, 0, cr4, efer, Efer.LMA.in(efer));
    }

    /// Whether these are registers of the mode that the lesson names.
    boolean fit(Mode mode) {
        PagingMode wanted =
                switch (mode) {
                    case NONPAGING -> PagingMode.OFF;
                    case PT32 -> PagingMode.PT32;
                    case PAE -> PagingMode.PAE;
                    case LONG -> PagingMode.LEVEL4;
                };
        return mode().equals(wanted);
    }
}
