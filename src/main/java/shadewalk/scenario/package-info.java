/// A machine and what is done to it, and the record of doing it.
///
/// A [Scenario] is a start ([Machine]) and [Step]s; [ScenarioText] reads and writes it as text.
/// Running it appends every event to an [EventLog], whose [Timeline] gives any moment of the run.
@NullMarked
package shadewalk.scenario;

import org.jspecify.annotations.NullMarked;
