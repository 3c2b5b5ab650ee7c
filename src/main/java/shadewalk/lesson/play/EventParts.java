package shadewalk.lesson.play;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import shadewalk.lesson.EventFilter;
import shadewalk.read.Told;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Role;
import shadewalk.state.SpteAt;
import shadewalk.x86.Access;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;

/// The parts of events under the names that lesson files use.
public final class EventParts {

    private final Map<String, Value> parts = new LinkedHashMap<>();

    private EventParts() {}

    /// Whether the filter's event and parts are those of this event.
    static boolean fits(MmuEvent event, String name, Map<String, String> with) {
        if (name.equals(EventFilter.ANY)
                ? !Told.of(event).printed()
                : !name.equals(nameOf(event))) {
            return false;
        }
        if (with.isEmpty()) {
            return true;
        }
        Map<String, Value> parts = of(event);
        return with.entrySet().stream()
                .allMatch(wanted -> {
                    Value part = parts.get(wanted.getKey());
                    return part != null && part.is(wanted.getValue());
                });
    }

    /// The name of an event of its kind, `SpteSet`.
    public static String nameOf(MmuEvent event) {
        return event.getClass().getSimpleName();
    }

    /// The parts of an event.
    public static Map<String, Value> of(MmuEvent event) {
        EventParts all = new EventParts();
        switch (event) {
            case MmuEvent.Note note -> all.note(note);
            case MmuEvent.OfShadow shadow -> all.shadow(shadow);
            case MmuEvent.OfCpu cpu -> all.cpu(cpu);
            case MmuEvent.OfHost host -> all.host(host);
            case MmuEvent.Counted(var stat, var by) ->
                    all.word("stat", stat.kernelName()).decimal("by", by);
        }
        return all.parts;
    }

    private void note(MmuEvent.Note event) {
        switch (event) {
            case MmuEvent.StepStarted(var number, var words) ->
                    decimal("number", number).word("words", words);
            case MmuEvent.StepEnded(var number, _) -> decimal("number", number);
            case MmuEvent.AccessStarted(var access) -> access(access);
            case MmuEvent.AccessDone(var access, var address) ->
                    access(access).hex("hpa", address.raw());
            case MmuEvent.PageFaultTaken(var rip, var address, var error) ->
                    hex("rip", rip.raw()).hex("address", address.raw()).hex("error", error);
            case MmuEvent.ExceptionInjected(var vector, var error) ->
                    decimal("vector", vector).hex("error", error);
            case MmuEvent.InstructionEmulated(var rip, var bytes, _, var failed) ->
                    hex("rip", rip.raw()).word("bytes", bytes).flag("failed", failed);
            case MmuEvent.MmioSeen(var kind, var bytes, var gpa, var value) ->
                    word("kind", kind.kernelName())
                            .decimal("bytes", bytes)
                            .at("gpa", gpa)
                            .hex("value", value);
            case MmuEvent.MmioExited(var write, var bytes, var gpa, var value) ->
                    flag("write", write).decimal("bytes", bytes).at("gpa", gpa).hex("value", value);
            case MmuEvent.RunFailed(var reason) -> word("reason", reason);
            case MmuEvent.WalkStarted(var address, var pferr) ->
                    hex("address", address.raw()).hex("pferr", pferr);
            case MmuEvent.GpteRead(var level, var at, var gpte) ->
                    decimal("level", level).at("at", at).gfn(at.gfn()).hex("gpte", gpte);
            case MmuEvent.AccessedBitSet(var at) -> at("at", at).gfn(at.gfn());
            case MmuEvent.DirtyBitSet(var at) -> at("at", at).gfn(at.gfn());
            case MmuEvent.WalkFailed(var pferr) -> hex("pferr", pferr);
            case MmuEvent.ShadowPageGot(var page, var created) ->
                    page(page).flag("created", created);
            case MmuEvent.ShadowPageZapPrepared(var page) -> page(page);
            case MmuEvent.SpteRequested(var gfn, var pfn, var level) ->
                    gfn(gfn).hex("pfn", pfn.raw()).decimal("level", level);
            case MmuEvent.MmioSpteMarked(var at, var gfn, var access, var generation) ->
                    place(at).gfn(gfn).decimal("access", access).decimal("generation", generation);
            case MmuEvent.MmioSpteChecked(var spte, var kvm, var own) ->
                    hex("spte", spte).decimal("kvmGeneration", kvm).decimal("spteGeneration", own);
            case MmuEvent.MmioPageFaultHandled(var address, var gfn, var access) ->
                    hex("address", address.raw()).gfn(gfn).decimal("access", access);
            case MmuEvent.FastPageFaultTried(
                            var address,
                            var pferr,
                            var at,
                            var was,
                            var now,
                            var spurious,
                            var fixed) ->
                    hex("address", address.raw())
                            .hex("pferr", pferr)
                            .place(at)
                            .change(was, now)
                            .flag("spurious", spurious)
                            .flag("fixed", fixed);
        }
    }

    private void shadow(MmuEvent.OfShadow event) {
        switch (event) {
            case MmuEvent.ShadowPageCreated(var page, var gfn, var role) ->
                    decimal("page", page).gfn(gfn).role(role);
            case MmuEvent.ShadowPageUnsynced(var page) -> page(page);
            case MmuEvent.ShadowPageSynced(var page) -> page(page);
            case MmuEvent.ShadowPageInvalidated(var page) -> decimal("page", page);
            case MmuEvent.ShadowPageFreed(var page) -> decimal("page", page);
            case MmuEvent.UnsyncChildMarked(var at, var now) -> place(at).flag("now", now);
            case MmuEvent.WriteFloodingCounted(var page, var was, var now) ->
                    decimal("page", page).count(was, now);
            case MmuEvent.RootCounted(var page, var was, var now) ->
                    decimal("page", page).count(was, now);
            case MmuEvent.AllZappedFast(var generation, var used) ->
                    decimal("generation", generation).decimal("usedPages", used);
            case MmuEvent.PageLimitSet(var was, var now) -> count(was, now);
            case MmuEvent.SpteSet(var at, var level, var gfn, var access, var was, var now) ->
                    place(at).spte(level, gfn, access).change(was, now);
            case MmuEvent.SpteChanged(
                            var at,
                            var level,
                            var gfn,
                            var access,
                            var was,
                            var now,
                            var why) ->
                    place(at).spte(level, gfn, access).change(was, now).word("why", word(why));
        }
    }

    private void cpu(MmuEvent.OfCpu event) {
        switch (event) {
            case MmuEvent.RegisterLoaded(var name, var was, var now) ->
                    word("name", word(name)).change(was, now);
            case MmuEvent.PdptrsLoaded _ -> {}
            case MmuEvent.RootsChanged(_, var now) -> flag("valid", now.current().valid());
            case MmuEvent.RequestMade(var request) -> word("request", word(request));
            case MmuEvent.RequestServed(var request) -> word("request", word(request));
            case MmuEvent.MmioCacheChanged(_, var now) ->
                    hex("address", now.page().raw()).gfn(now.gfn());
            case MmuEvent.RetryRemembered(_, var now) ->
                    hex("rip", now.instruction().raw()).hex("address", now.address().raw());
        }
    }

    private void host(MmuEvent.OfHost event) {
        switch (event) {
            case MmuEvent.MemslotsChanged(_, var now) ->
                    decimal("generation", now.generation()).decimal("slots", now.slots().size());
            case MmuEvent.MemoryWritten(var at, _, var bytes, var was, var now, var by) ->
                    at("at", at)
                            .gfn(at.gfn())
                            .decimal("bytes", bytes)
                            .change(was, now)
                            .word("by", word(by));
            case MmuEvent.HostFrameChanged(var slot, var page, var was, var now) ->
                    decimal("slot", slot).hex("page", page).change(was.raw(), now.raw());
            case MmuEvent.PageLoggedDirty(var slot, var page) ->
                    decimal("slot", slot).hex("page", page);
            case MmuEvent.DirtyLogCleared(var slot) -> decimal("slot", slot);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private EventParts access(Access access) {
        return hex("gva", access.gva().raw())
                .word("kind", word(access.kind()))
                .flag("user", access.user());
    }

    private EventParts page(PageSummary page) {
        return decimal("page", page.page())
                .gfn(page.gfn())
                .role(page.role())
                .decimal("generation", page.generation())
                .decimal("rootCount", page.rootCount())
                .flag("unsync", page.unsync());
    }

    private EventParts role(Role role) {
        parts.putAll(roleParts(role));
        return this;
    }

    /// What a lesson may ask of a role.
    static Map<String, Value> roleParts(Role role) {
        Map<String, Value> parts = new LinkedHashMap<>();
        parts.put("role", Value.hex(Integer.toUnsignedLong(role.word()), 32));
        for (var field : Role.LAYOUT.fields()) {
            parts.put(
                    field.name(),
                    field.equals(Role.ACCESS)
                            ? Value.access(role.access())
                            : Value.decimal(field.of(role.word())));
        }
        parts.put("direct", Value.flag(role.direct()));
        parts.put("invalid", Value.flag(role.invalid()));
        return parts;
    }

    private EventParts place(SpteAt at) {
        return decimal("page", at.page()).decimal("index", at.index());
    }

    private EventParts spte(int level, Gfn gfn, int access) {
        parts.put("access", Value.access(access));
        return decimal("level", level).gfn(gfn);
    }

    private EventParts change(long was, long now) {
        return hex("was", was).hex("now", now);
    }

    private EventParts count(int was, int now) {
        return decimal("was", was).decimal("now", now);
    }

    private EventParts gfn(Gfn gfn) {
        return hex("gfn", gfn.raw());
    }

    private EventParts at(String name, Gpa gpa) {
        return hex(name, gpa.raw());
    }

    private EventParts hex(String name, long value) {
        parts.put(name, Value.hex(value));
        return this;
    }

    private EventParts decimal(String name, long value) {
        parts.put(name, Value.decimal(value));
        return this;
    }

    private EventParts flag(String name, boolean value) {
        parts.put(name, Value.flag(value));
        return this;
    }

    private EventParts word(String name, String value) {
        parts.put(name, Value.word(value));
        return this;
    }
}
