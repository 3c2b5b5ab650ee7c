package shadewalk.scenario;

import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.x86.Access;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// One thing that is done: by the guest, or to it from outside.
public sealed interface Step {

    /// The step as a trace marker prints it after `step N: `.
    ///
    /// Addresses and registers have as many digits as the mode's addresses, so that the same step
    /// reads differently in 64-bit mode.
    String words(Mode mode);

    /// Whether the guest runs in this step. The others are done by the host alone.
    default boolean runsGuest() {
        return switch (this) {
            case Read _, Write _, Xchg _, Exec _, Nop _ -> true;
            case LoadCr0 _, LoadCr3 _, LoadCr4 _, Wrmsr _, Invlpg _ -> true;
            case SetMemslot _, DirtyLog _, Poke _, Discard _ -> false;
        };
    }

    /// The access to memory the step is about, if it is about one. An exchange counts as a write.
    default Optional<Access> access() {
        return switch (this) {
            case Read(var ring, var gva, _) -> Optional.of(ring.access(gva, Access.Kind.READ));
            case Write(var ring, var gva, _, _) -> Optional.of(ring.access(gva, Access.Kind.WRITE));
            case Xchg(var ring, var gva, _) -> Optional.of(ring.access(gva, Access.Kind.WRITE));
            case Exec(var ring, var gva) -> Optional.of(ring.access(gva, Access.Kind.FETCH));
            case Nop _, LoadCr0 _, LoadCr3 _, LoadCr4 _, Wrmsr _, Invlpg _ -> Optional.empty();
            case SetMemslot _, DirtyLog _, Poke _, Discard _ -> Optional.empty();
        };
    }

    /// Which rights the guest's own accesses have.
    enum Ring {
        SUPERVISOR("s"),
        USER("u"),
        /// Ring 0 with EFLAGS.AC set, which lifts SMAP.
        SUPERVISOR_AC("sac");

        private final String word;

        Ring(String word) {
            this.word = word;
        }

        /// The word of the scenario language: `s`, `u` or `sac`.
        public String word() {
            return word;
        }

        public boolean user() {
            return this == USER;
        }

        Access access(Gva gva, Access.Kind kind) {
            return new Access(gva, kind, user(), this == SUPERVISOR_AC);
        }
    }

    /// The guest reads `bytes` (1, 2, 4 or 8).
    record Read(Ring ring, Gva gva, int bytes) implements Step {
        @Override
        public String words(Mode mode) {
            return "read " + ring.word() + " gva=" + address(gva.raw(), mode) + " size=" + bytes;
        }
    }

    /// The guest writes the low `bytes` (1, 2, 4 or 8) of `value`.
    record Write(Ring ring, Gva gva, long value, int bytes) implements Step {
        @Override
        public String words(Mode mode) {
            return "write %s gva=%s size=%d value=%s"
                    .formatted(
                            ring.word(),
                            address(gva.raw(), mode),
                            bytes,
                            Hex.padded(value, bytes * 2));
        }
    }

    /// The guest exchanges 4 bytes with `value` in one locked access.
    record Xchg(Ring ring, Gva gva, long value) implements Step {
        @Override
        public String words(Mode mode) {
            return "xchg %s gva=%s size=4 value=%s"
                    .formatted(ring.word(), address(gva.raw(), mode), Hex.padded(value, 8));
        }
    }

    /// The guest jumps to an address; what stands there must lead back, `int $0x20`.
    record Exec(Ring ring, Gva gva) implements Step {
        @Override
        public String words(Mode mode) {
            return "exec " + ring.word() + " gva=" + address(gva.raw(), mode);
        }
    }

    /// The guest does nothing but run.
    record Nop(Ring ring) implements Step {
        @Override
        public String words(Mode mode) {
            return "nop " + ring.word();
        }
    }

    /// The guest loads CR0.
    record LoadCr0(long value) implements Step {
        @Override
        public String words(Mode mode) {
            return "cr0 value=" + address(value, mode);
        }
    }

    /// The guest loads CR3.
    record LoadCr3(long value) implements Step {
        @Override
        public String words(Mode mode) {
            return "cr3 value=" + address(value, mode);
        }
    }

    /// The guest loads CR4.
    record LoadCr4(long value) implements Step {
        @Override
        public String words(Mode mode) {
            return "cr4 value=" + address(value, mode);
        }
    }

    /// The guest writes a model-specific register.
    record Wrmsr(long msr, long value) implements Step {
        @Override
        public String words(Mode mode) {
            return "wrmsr msr=" + Hex.prefixed(msr) + " value=" + Hex.prefixed(value);
        }
    }

    /// The guest invalidates the translation of one address.
    record Invlpg(Gva gva) implements Step {
        @Override
        public String words(Mode mode) {
            return "invlpg gva=" + address(gva.raw(), mode);
        }
    }

    /// The host sets up, changes, moves or (with 0 bytes) deletes a memslot. Sizes and addresses
    /// that KVM refuses are possible; the step then ends in the refusal.
    ///
    /// @param hugePages whether the host is to back the slot's memory with huge pages; counts only
    ///   when the slot's number gets memory for the first time
    /// @param asWritten the whole statement, which the trace repeats letter by letter
    record SetMemslot(
            int id,
            Gpa base,
            long bytes,
            boolean readOnly,
            boolean logDirty,
            boolean hugePages,
            String asWritten)
            implements Step {

        public SetMemslot(
                int id,
                Gpa base,
                long bytes,
                boolean readOnly,
                boolean logDirty,
                boolean hugePages) {
            this(
                    id,
                    base,
                    bytes,
                    readOnly,
                    logDirty,
                    hugePages,
                    "memslot %d %s %s%s%s%s"
                            .formatted(
                                    id,
                                    base,
                                    bytes == 0 ? "0" : Hex.prefixed(bytes),
                                    readOnly ? " ro" : "",
                                    logDirty ? " log" : "",
                                    hugePages ? " thp" : ""));
        }

        @Override
        public String words(Mode mode) {
            return asWritten;
        }
    }

    /// The host asks which frames of a slot were written, and starts over (`KVM_GET_DIRTY_LOG`).
    record DirtyLog(int slot) implements Step {
        @Override
        public String words(Mode mode) {
            return "dirtylog " + slot;
        }
    }

    /// The host writes 4 or 8 bytes of guest memory behind KVM's back.
    record Poke(Gpa at, int bytes, long value) implements Step {
        @Override
        public String words(Mode mode) {
            return "poke%d gpa=%s value=%s"
                    .formatted(bytes * 8, Hex.padded(at.raw(), 8), Hex.prefixed(value));
        }
    }

    /// The host takes memory away (`MADV_DONTNEED`); the guest finds zeros there.
    record Discard(Gpa at, long bytes) implements Step {
        @Override
        public String words(Mode mode) {
            return "discard gpa=" + Hex.padded(at.raw(), 8) + " size=" + Hex.prefixed(bytes);
        }
    }

    private static String address(long value, Mode mode) {
        return Hex.padded(value, mode.addressDigits());
    }
}
