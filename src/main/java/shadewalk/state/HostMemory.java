package shadewalk.state;

import java.util.ArrayList;
import java.util.List;
import shadewalk.x86.Pfn;

/// The host memory behind all memslots: which host frame backs each page, and what it holds.
///
/// Host frames are chosen by a fixed rule, so that equal runs give equal entries: page p of slot s
/// lies in frame (s + 1) * 2^22 + p until the host discards it.
///
/// What is on a huge page goes and comes back as a whole, as long as nothing has split its block of
/// 2 MiB: a read finds a huge page of zeros, a write a huge page of its own, in the same place. A
/// page that is taken out of a huge page leaves its frame there, and gets another one.
///
/// @param contents by host frame; a frame without entry is all zero
/// @param moved by slot and page, the frame of pages that are not, or not by the rule, where the
///   rule puts them; frame 0 stands for "nothing there yet"
/// @param dirty by slot and page, the pages the dirty log has marked
/// @param free frames that discarded pages gave back; the last one is given out first
public record HostMemory(
        LongMap<Words> contents, LongMap<Pfn> moved, LongMap<Boolean> dirty, List<Pfn> free) {

    /// The frame that every never-written anonymous page shares when it is only read.
    public static final Pfn ZERO_PAGE = new Pfn(1);

    /// Not populated: the next touch makes the host find a frame.
    public static final Pfn ABSENT = new Pfn(0);

    /// Not populated, and neither is anything else of the page's 2 MiB block, which was given back
    /// as a whole.
    public static final Pfn GONE = new Pfn(2);

    /// Not populated, and its frame stays a part of the huge page that it was taken out of.
    public static final Pfn CUT_OUT = new Pfn(3);

    /// Pages of 4 KiB in a block that may be on a huge page.
    public static final int BLOCK = 512;

    /// The first of the frames that nothing lay in before.
    private static final long FRESH = 1L << 30;

    /// The first frame of the huge page of zeros that all blocks share that were only read since.
    private static final long HUGE_ZERO = BLOCK;

    public static final HostMemory EMPTY =
            new HostMemory(LongMap.empty(), LongMap.empty(), LongMap.empty(), List.of());

    public HostMemory {
        free = List.copyOf(free);
    }

    /// The frame behind a page of a slot, or one of those that stand for none of its own.
    public Pfn frame(int slot, long page) {
        return moved.getOrDefault(key(slot, page), home(slot, page));
    }

    /// The frame that the rule gives a page.
    public static Pfn home(int slot, long page) {
        return new Pfn((slot + 1L << 22) + page);
    }

    /// The frame of a page within the huge page of zeros.
    public static Pfn hugeZero(long page) {
        return new Pfn(HUGE_ZERO + page % BLOCK);
    }

    public static boolean isHugeZero(Pfn frame) {
        return frame.raw() / BLOCK * BLOCK == HUGE_ZERO;
    }

    /// Whether the page may still be part of a huge page: the host never took its frame away alone.
    public boolean isInPlace(int slot, long page) {
        Pfn frame = moved.get(key(slot, page));
        return frame == null || isHugeZero(frame);
    }

    /// The frame the host takes next for a page it had taken away: the one that was given back
    /// last, as Linux does, or one that nothing lay in before.
    public Pfn nextFree() {
        return free.isEmpty() ? new Pfn(FRESH + freshInUse()) : free.getLast();
    }

    private long freshInUse() {
        return moved.keys()
                .map(key -> moved.getOrDefault(key, ABSENT).raw())
                .filter(frame -> frame >= FRESH)
                .count();
    }

    /// Little-endian value of 1 to 8 bytes that do not cross the frame's end.
    public long read(Pfn frame, int offset, int bytes) {
        Words words = contents.get(frame.raw());
        if (words == null) {
            return 0;
        }
        int shift = offset % 8 * 8;
        long value = words.get(offset / 8) >>> shift;
        if (shift + bytes * 8 > 64) {
            value |= words.get(offset / 8 + 1) << 64 - shift;
        }
        return bytes == 8 ? value : value & (1L << bytes * 8) - 1;
    }

    /// The frame's 512 words.
    public Words words(Pfn frame) {
        return contents.getOrDefault(frame.raw(), Words.ZERO);
    }

    public boolean isDirty(int slot, long page) {
        return dirty.containsKey(key(slot, page));
    }

    HostMemory written(Pfn frame, int offset, int bytes, long value) {
        Words words = words(frame);
        int shift = offset % 8 * 8;
        long mask = bytes == 8 ? -1L : (1L << bytes * 8) - 1;
        Words now = patched(words, offset / 8, mask << shift, value << shift);
        if (shift + bytes * 8 > 64) {
            now = patched(now, offset / 8 + 1, mask >>> 64 - shift, value >>> 64 - shift);
        }
        return new HostMemory(contents.put(frame.raw(), now), moved, dirty, free);
    }

    private static Words patched(Words words, int index, long mask, long value) {
        return words.with(index, words.get(index) & ~mask | value & mask);
    }

    /// A page moves to another frame. A frame it gives back is empty from then on. While the huge
    /// page it was on is gone or a huge page of zeros, its place is kept for it.
    HostMemory withFrame(int slot, long page, Pfn frame) {
        Pfn was = frame(slot, page);
        Pfn held = held(slot, page, was);
        List<Pfn> nowFree = new ArrayList<>(free);
        if (isOwn(held) && !held.equals(held(slot, page, frame)) && !frame.equals(CUT_OUT)) {
            nowFree.add(held);
        }
        nowFree.remove(frame);
        LongMap<Words> kept = isOwn(was) ? contents.remove(was.raw()) : contents;
        boolean back = isKept(was) && frame.equals(home(slot, page));
        long key = key(slot, page);
        return new HostMemory(
                kept, back ? moved.remove(key) : moved.put(key, frame), dirty, nowFree);
    }

    private static Pfn held(int slot, long page, Pfn frame) {
        return isKept(frame) ? home(slot, page) : frame;
    }

    private static boolean isKept(Pfn frame) {
        return frame.equals(GONE) || isHugeZero(frame);
    }

    /// Whether the host has no page there at the moment.
    public static boolean isMissing(Pfn frame) {
        return frame.equals(ABSENT) || frame.equals(CUT_OUT) || frame.equals(GONE);
    }

    /// Whether a frame belongs to one page alone, so that it may be written.
    public static boolean isOwn(Pfn frame) {
        return !isMissing(frame) && !isZero(frame);
    }

    /// Whether a frame is a page of zeros that others share.
    public static boolean isZero(Pfn frame) {
        return frame.equals(ZERO_PAGE) || isHugeZero(frame);
    }

    HostMemory withDirty(int slot, long page) {
        return new HostMemory(contents, moved, dirty.put(key(slot, page), true), free);
    }

    HostMemory withoutDirty(int slot) {
        LongMap<Boolean> rest = dirty;
        for (long key : dirty.keys().toArray()) {
            if (key >>> 32 == slot) {
                rest = rest.remove(key);
            }
        }
        return new HostMemory(contents, moved, rest, free);
    }

    private static long key(int slot, long page) {
        return (long) slot << 32 | page;
    }
}
