package shadewalk.mmu;

import shadewalk.state.MmuEvent;
import shadewalk.state.Request;
import shadewalk.state.State;

/// The one door for change: every event goes through here, makes the next state and is kept.
public final class Recorder {

    /// Keeps what happened.
    @FunctionalInterface
    public interface Sink {

        /// Called once for each event, with the state that the event led to.
        void recorded(State after, MmuEvent event);
    }

    private final Sink sink;
    private State now;

    public Recorder(State start, Sink sink) {
        this.now = start;
        this.sink = sink;
    }

    /// The state after the last event.
    public State now() {
        return now;
    }

    /// Lets `event` happen.
    public void emit(MmuEvent event) {
        now = now.after(event);
        sink.recorded(now, event);
    }

    /// Asks for `request` to be served at the next entry. Kernel: kvm_host.h, kvm_make_request.
    public void request(Request request) {
        if (!now.cpu().requests().contains(request)) {
            emit(new MmuEvent.RequestMade(request));
        }
    }

    /// Every translation must be gone before the guest runs on. Kernel: kvm_main.c,
    /// kvm_flush_remote_tlbs.
    void flushRemoteTlbs() {
        request(Request.TLB_FLUSH);
    }
}
