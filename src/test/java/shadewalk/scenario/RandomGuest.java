package shadewalk.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import shadewalk.manuals.Book;
import shadewalk.state.Memslot;
import shadewalk.state.State;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// A guest that does to its page tables whatever comes to its mind.
///
/// Its tables fill some twenty frames at random, and everything leads everywhere: tables of one
/// level are used at another, mapped as data, shared and self-mapped. It has no program in memory,
/// so that nothing needs to stay whole.
final class RandomGuest {

    private static final int TABLES = 20;
    private static final long DATA = 0x30;
    private static final long HIGH_SLOT = 0x1000;
    private static final long READ_ONLY_SLOT = 0x2000;
    private static final long DEVICES = 0x3000;
    private static final int SLOT_PAGES = 0x200;
    private static final int[] INDICES = {0, 1, 2, 3, 6, 7, 8, 0x1ff};
    private static final int[] MORE_INDICES = {0x200, 0x201, 0x2ff, 0x300, 0x3ff};

    private final SplittableRandom random;
    private final PagingMode mode;
    private final boolean huge;
    private final boolean behindItsBack;
    private final boolean switchesBits;
    private final boolean memslots;

    /// Once in so many entries a right is withheld.
    private final int strictness;

    private long cr0 = Cr0.PE.mask() | Cr0.PG.mask() | Cr0.WP.mask() | Cr0.ET.mask();
    private long cr4;
    private long efer;

    /// @param mode how the guest pages; with `OFF` it turns paging on and off
    RandomGuest(PagingMode mode, long seed) {
        this.mode = mode;
        this.random = new SplittableRandom(seed * 31 + mode.depth());
        huge = random.nextBoolean();
        behindItsBack = random.nextInt(3) == 0;
        switchesBits = random.nextBoolean();
        memslots = random.nextInt(3) == 0;
        strictness = 3 << random.nextInt(3);
        boolean longMode = mode.depth() >= 4;
        cr0 = mode == PagingMode.OFF ? Cr0.PG.clear(cr0) : Cr0.WP.put(cr0, random.nextBoolean());
        cr4 = Cr4.PAE.put(0, mode == PagingMode.PAE || longMode);
        cr4 = Cr4.LA57.put(cr4, mode == PagingMode.LEVEL5);
        cr4 = Cr4.PSE.put(cr4, random.nextBoolean());
        cr4 = Cr4.SMEP.put(cr4, random.nextInt(4) == 0);
        cr4 = Cr4.SMAP.put(cr4, random.nextInt(4) == 0);
        efer = Efer.LMA.put(Efer.LME.put(0, longMode), longMode);
        efer = Efer.NX.put(efer, random.nextBoolean());
    }

    Machine machine() {
        List<Memslot> slots =
                List.of(
                        new Memslot(0, new Gfn(0), 0x1000, false, false, huge),
                        new Memslot(1, new Gfn(HIGH_SLOT), SLOT_PAGES, false, false, false),
                        new Memslot(2, new Gfn(READ_ONLY_SLOT), 0x40, true, false, false));
        return new Machine(
                switch (mode) {
                    case OFF -> Mode.NONPAGING;
                    case PT32 -> Mode.PT32;
                    case PAE -> Mode.PAE;
                    case LEVEL4, LEVEL5 -> Mode.LONG;
                },
                cr0,
                tableOf(Math.max(mode.depth(), 2)) << 12,
                cr4,
                efer,
                slots,
                tables(),
                null,
                List.of(),
                random.nextInt(3) == 0 ? Machine.MIN_MMU_PAGES : 0,
                Machine.MMIO_VALUE,
                false,
                false);
    }

    private List<MemoryWord> tables() {
        List<MemoryWord> words = new ArrayList<>();
        for (int level = 1; level <= 5; level++) {
            for (long frame : framesOf(level)) {
                for (int index : INDICES) {
                    words.add(word(frame, index, level));
                }
                for (int index : entryBytes() == 4 ? MORE_INDICES : new int[0]) {
                    words.add(word(frame, index, level));
                }
            }
        }
        return words;
    }

    private MemoryWord word(long frame, int index, int level) {
        Gpa at = new Gfn(frame).at(index * entryBytes());
        return new MemoryWord(at, entryBytes(), entry(level));
    }

    private int entryBytes() {
        return mode.depth() > 2 ? 8 : 4;
    }

    /// Frames 1 to 20 hold tables, four of each level; two of level 1 lie elsewhere.
    private static long[] framesOf(int level) {
        long first = (level - 1) * 4L + 1;
        return level == 1
                ? new long[] {first, first + 1, HIGH_SLOT, READ_ONLY_SLOT}
                : new long[] {first, first + 1, first + 2, first + 3};
    }

    private long tableOf(int level) {
        long[] frames = framesOf(level);
        return frames[random.nextInt(frames.length)];
    }

    /// An entry that could stand in a table of `level`.
    private long entry(int level) {
        if (oneIn(strictness * 2)) {
            return 0;
        }
        if (mode == PagingMode.PAE && level == 3) {
            return oneIn(8) ? 0 : tableOf(2) << 12 | 1;
        }
        boolean large = level == 2 && random.nextInt(5) == 0 || level == 3 && oneIn(12);
        long entry = target(level, large) << 12 | 1;
        entry |= oneIn(strictness) ? 0 : 2;
        entry |= oneIn(strictness) ? 0 : 4;
        entry |= oneIn(4) ? 0 : 0x20;
        entry |= oneIn(3) ? 0 : 0x40;
        entry |= large ? 0x80 : 0;
        entry |= oneIn(8) && level < 4 ? 0x100 : 0;
        if (entryBytes() == 8) {
            entry |= oneIn(strictness * 2) ? 1L << 63 : 0;
            entry |= oneIn(60) ? 1L << 40 + random.nextInt(12) : 0;
        }
        return oneIn(40) ? entry ^ 1L << random.nextInt(12) : entry;
    }

    private long target(int level, boolean large) {
        if (large) {
            long size = level == 3 ? 1L << 18 : entryBytes() == 4 ? 1L << 10 : 1L << 9;
            return random.nextInt(4) * size;
        }
        if (level > 1 && !oneIn(10)) {
            return tableOf(oneIn(8) ? 1 + random.nextInt(5) : level - 1);
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> 1 + random.nextInt(TABLES);
            case 2 -> HIGH_SLOT + random.nextInt(8);
            case 3 -> READ_ONLY_SLOT + random.nextInt(8);
            case 4 -> DEVICES + random.nextInt(4);
            default -> DATA + random.nextInt(16);
        };
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /// What the guest, or its host, does next.
    Step next(State now) {
        return switch (random.nextInt(40)) {
            case 0, 1, 2 -> new Step.LoadCr3(now.cpu().registers().cr3());
            case 3 -> new Step.LoadCr3(tableOf(root()) << 12 | (oneIn(4) ? 0x18 : 0));
            case 4 -> new Step.LoadCr4(Cr4.PGE.mask() ^ now.cpu().registers().cr4());
            case 5, 6 -> new Step.Invlpg(address());
            case 7 -> controls(now);
            case 8 -> host();
            case 9, 10 -> execute(now);
            case 11 -> new Step.Xchg(ring(), address(), entry(1) & 0xffff_ffffL);
            case 12, 13, 14, 15, 16, 17, 18, 19 -> new Step.Read(ring(), address(), size());
            case 20, 21, 22, 23, 24 -> write(address());
            default -> write(tableAddress(now));
        };
    }

    /// Code that lies where no memory is would end the run.
    private Step execute(State now) {
        Step.Ring ring = ring();
        Gva address = address();
        boolean possible =
                reached(now, address, Book.Use.FETCH, ring).stream()
                        .allMatch(gfn -> now.slots().of(gfn) != null);
        return possible ? new Step.Exec(ring, address) : new Step.Nop(ring);
    }

    /// An address that leads to a table, if one is found soon.
    private Gva tableAddress(State now) {
        Gva address = address();
        for (int i = 0; i < 30; i++) {
            boolean table =
                    reached(now, address, Book.Use.WRITE, Step.Ring.SUPERVISOR).stream()
                            .anyMatch(gfn -> !now.shadow().pagesOf(gfn).isEmpty());
            if (table) {
                return address;
            }
            address = address();
        }
        return address;
    }

    private static List<Gfn> reached(State now, Gva address, Book.Use use, Step.Ring ring) {
        Book.Access access =
                new Book.Access(address.raw(), use, ring.user(), ring == Step.Ring.SUPERVISOR_AC);
        List<Gfn> reached = new ArrayList<>();
        for (Book.Answer answer : new GuestView(now, true, true).answers(access)) {
            if (answer instanceof Book.Answer.Reached(long physical, _, _)) {
                reached.add(new Gpa(physical).gfn());
            }
        }
        return reached;
    }

    private int root() {
        return mode == PagingMode.OFF ? 2 + random.nextInt(2) : mode.depth();
    }

    private Step write(Gva address) {
        Step.Ring ring = ring();
        int bytes = size();
        bytes = bytes == 8 && ring.user() ? 4 : bytes;
        long value = entry(1 + random.nextInt(Math.max(mode.depth(), 2)));
        if (mode == PagingMode.PAE && oneIn(3)) {
            value >>>= 32;
        }
        long mask = bytes == 8 ? -1L : (1L << bytes * 8) - 1;
        return new Step.Write(ring, address, value & mask, bytes);
    }

    private int size() {
        if (oneIn(12)) {
            return 1 << random.nextInt(2);
        }
        return mode.depth() >= 4 && !oneIn(4) ? 8 : 4;
    }

    private Step.Ring ring() {
        return switch (random.nextInt(4)) {
            case 0 -> Step.Ring.USER;
            case 1 -> Step.Ring.SUPERVISOR_AC;
            default -> Step.Ring.SUPERVISOR;
        };
    }

    private Gva address() {
        long offset = (entryBytes() == 4 ? index32() : index64()) * (long) entryBytes();
        long address = offset + (oneIn(16) ? random.nextInt(4096) & -4 : 0) & 0xffc;
        if (oneIn(40)) {
            address |= 0xfff;
        }
        if (mode == PagingMode.OFF) {
            return new Gva(
                    (random.nextBoolean() ? random.nextInt(0x40) : target(1, false)) << 12
                            | address);
        }
        if (mode == PagingMode.PT32) {
            address |= (long) index32() << 12 | (long) index32() << 22;
            return new Gva(address);
        }
        address |= (long) index64() << 12 | (long) index64() << 21;
        if (mode == PagingMode.PAE) {
            return new Gva(address | (long) random.nextInt(4) << 30);
        }
        address |=
                (long) INDICES[random.nextInt(3)] << 30 | (long) INDICES[random.nextInt(2)] << 39;
        return new Gva(address);
    }

    private int index32() {
        return oneIn(3)
                ? MORE_INDICES[random.nextInt(MORE_INDICES.length)]
                : INDICES[random.nextInt(INDICES.length)];
    }

    private int index64() {
        return INDICES[random.nextInt(INDICES.length)];
    }

    private Step controls(State now) {
        long nowCr0 = now.cpu().registers().cr0();
        long nowCr4 = now.cpu().registers().cr4();
        if (!switchesBits) {
            return new Step.Nop(ring());
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Step.LoadCr4(nowCr4 ^ Cr4.SMEP.mask());
            case 1 -> new Step.LoadCr4(nowCr4 ^ Cr4.SMAP.mask());
            case 2 -> new Step.LoadCr4(nowCr4 ^ Cr4.PSE.mask());
            case 3 -> new Step.Wrmsr(Efer.MSR, now.cpu().registers().efer() ^ Efer.NX.mask());
            case 4 ->
                    mode == PagingMode.OFF
                            ? new Step.LoadCr0(nowCr0 ^ Cr0.PG.mask())
                            : new Step.LoadCr0(nowCr0 ^ Cr0.WP.mask());
            default ->
                    mode == PagingMode.OFF
                            ? new Step.LoadCr4(nowCr4 ^ Cr4.PAE.mask())
                            : new Step.LoadCr0(nowCr0 ^ Cr0.WP.mask());
        };
    }

    private Step host() {
        return switch (random.nextInt(memslots ? 8 : 4)) {
            case 0 -> new Step.DirtyLog(random.nextInt(2));
            case 1 -> poke();
            case 2 -> discard();
            case 3 -> slot(0, 0, 0x1000, oneIn(2));
            case 4 -> slot(1, HIGH_SLOT, 0, false);
            case 5 -> slot(1, HIGH_SLOT + 0x200L * random.nextInt(2), SLOT_PAGES, false);
            case 6 -> slot(4, DEVICES, oneIn(2) ? 0 : 1, false);
            default -> slot(1, HIGH_SLOT, SLOT_PAGES, oneIn(2));
        };
    }

    /// Only some guests have a host that changes their tables behind their back.
    private Step poke() {
        long frame = behindItsBack ? 1 + random.nextInt(TABLES) : DATA + random.nextInt(16);
        Gpa at = new Gfn(frame).at(INDICES[random.nextInt(INDICES.length)] * entryBytes());
        return new Step.Poke(at, entryBytes(), entry(1));
    }

    private Step discard() {
        long frame = behindItsBack && oneIn(4) ? 1 + random.nextInt(4) : DATA + random.nextInt(16);
        return new Step.Discard(new Gfn(frame).at(0), 4096L * (1 + random.nextInt(3)));
    }

    private Step slot(int id, long base, int pages, boolean log) {
        return new Step.SetMemslot(
                id, new Gfn(base).at(0), pages * 4096L, false, log, id == 0 && huge);
    }
}
