package shadewalk.lesson;

import java.util.Map;

/// Chooses events.
///
/// @param event the name of the event's record, `ShadowPageGot`, or `any` for all that KVM's
///   tracepoints print
/// @param with what its parts must be, by the names of [EventParts]
/// @param nth which of the fitting events is meant, counted from 1
public record EventFilter(String event, Map<String, String> with, int nth) {

    /// Stands for every event that KVM prints.
    public static final String ANY = "any";

    public EventFilter {
        with = Map.copyOf(with);
    }
}
