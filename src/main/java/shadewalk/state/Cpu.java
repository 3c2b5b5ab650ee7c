package shadewalk.state;

import java.util.EnumSet;
import java.util.Set;

/// The virtual processor as far as the MMU is concerned.
///
/// @param requests work put off until the next entry
public record Cpu(
        Registers registers, Roots roots, Set<Request> requests, MmioCache mmio, Retry retry) {

    Cpu after(MmuEvent.OfCpu event) {
        return switch (event) {
            case MmuEvent.RegisterLoaded(var name, _, var now) -> with(registers.with(name, now));
            case MmuEvent.PdptrsLoaded(_, var now) -> with(registers.withPdptrs(now));
            case MmuEvent.RootsChanged(_, var now) ->
                    new Cpu(registers, now, requests, mmio, retry);
            case MmuEvent.RequestMade(var request) -> withRequest(request, true);
            case MmuEvent.RequestServed(var request) -> withRequest(request, false);
            case MmuEvent.MmioCacheChanged(_, var now) ->
                    new Cpu(registers, roots, requests, now, retry);
            case MmuEvent.RetryRemembered(_, var now) ->
                    new Cpu(registers, roots, requests, mmio, now);
        };
    }

    private Cpu with(Registers now) {
        return new Cpu(now, roots, requests, mmio, retry);
    }

    private Cpu withRequest(Request request, boolean pending) {
        EnumSet<Request> now = EnumSet.noneOf(Request.class);
        now.addAll(requests);
        if (pending) {
            now.add(request);
        } else {
            now.remove(request);
        }
        return new Cpu(registers, roots, Set.copyOf(now), mmio, retry);
    }
}
