package shadewalk.state;

import org.jspecify.annotations.Nullable;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Pfn;

/// Everything at one moment. It never changes; [#after] makes the next one, and nothing else does.
///
/// @param cpu the virtual processor
/// @param slots the memslots
/// @param memory the host memory behind them
/// @param shadow the shadow pages
/// @param stats KVM's counters
public record State(Cpu cpu, Memslots slots, HostMemory memory, ShadowTables shadow, Stats stats) {

    /// The state after one event.
    public State after(MmuEvent event) {
        return switch (event) {
            case MmuEvent.OfShadow e -> new State(cpu, slots, memory, shadow.after(e), counted(e));
            case MmuEvent.OfCpu e -> new State(cpu.after(e), slots, memory, shadow, stats);
            case MmuEvent.OfHost e -> afterHost(e);
            case MmuEvent.Counted(var stat, var by) -> withStats(stats.plus(stat, by));
            case MmuEvent.ShadowPageZapPrepared _ ->
                    withStats(stats.plus(Stat.MMU_SHADOW_ZAPPED, 1));
            case MmuEvent.Note _ -> this;
        };
    }

    private State afterHost(MmuEvent.OfHost event) {
        return switch (event) {
            case MmuEvent.MemslotsChanged(_, var now) -> new State(cpu, now, memory, shadow, stats);
            case MmuEvent.MemoryWritten(var at, var frame, var bytes, _, var now, _) ->
                    withMemory(memory.written(frame, at.offset(), bytes, now));
            case MmuEvent.HostFrameChanged(var slot, var page, _, var now) ->
                    withMemory(memory.withFrame(slot, page, now));
            case MmuEvent.PageLoggedDirty(var slot, var page) ->
                    withMemory(memory.withDirty(slot, page));
            case MmuEvent.DirtyLogCleared(var slot) -> withMemory(memory.withoutDirty(slot));
        };
    }

    private Stats counted(MmuEvent.OfShadow event) {
        return switch (event) {
            case MmuEvent.ShadowPageCreated _ -> stats.plus(Stat.MMU_CACHE_MISS, 1);
            case MmuEvent.ShadowPageUnsynced _ -> stats.plus(Stat.MMU_UNSYNC, 1);
            case MmuEvent.ShadowPageSynced _ -> stats.plus(Stat.MMU_UNSYNC, -1);
            case MmuEvent.SpteSet e -> countedPages(e.level(), e.was(), e.now());
            case MmuEvent.SpteChanged e -> countedPages(e.level(), e.was(), e.now());
            case MmuEvent.ShadowPageInvalidated _, MmuEvent.ShadowPageFreed _ -> stats;
            case MmuEvent.UnsyncChildMarked _, MmuEvent.WriteFloodingCounted _ -> stats;
            case MmuEvent.RootCounted _, MmuEvent.PageLimitSet _ -> stats;
            case MmuEvent.AllZappedFast _ -> stats;
        };
    }

    private Stats countedPages(int level, long was, long now) {
        int by = (Spte.presentLeaf(now, level) ? 1 : 0) - (Spte.presentLeaf(was, level) ? 1 : 0);
        return by == 0 ? stats : stats.plus(Stat.pages(level), by);
    }

    private State withMemory(HostMemory now) {
        return new State(cpu, slots, now, shadow, stats);
    }

    private State withStats(Stats now) {
        return new State(cpu, slots, memory, shadow, now);
    }

    /// The host frame behind a guest frame; null where no memslot is, and also [HostMemory#ABSENT]
    /// or [HostMemory#ZERO_PAGE].
    public @Nullable Pfn frame(Gfn gfn) {
        Memslot slot = slots.of(gfn);
        return slot == null ? null : memory.frame(slot.id(), slot.page(gfn));
    }

    /// Guest memory as the guest would read it: `bytes` (1 to 8) little-endian from `at`, which
    /// must not cross a frame's end. Null where no memslot is.
    public @Nullable Long read(Gpa at, int bytes) {
        Pfn frame = frame(at.gfn());
        return frame == null ? null : memory.read(frame, at.offset(), bytes);
    }
}
