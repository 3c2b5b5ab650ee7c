package shadewalk.lesson.play;

import java.util.List;
import shadewalk.lesson.Experiment;
import shadewalk.scenario.ScenarioWriter;
import shadewalk.scenario.Step;
import shadewalk.scenario.Timeline;

/// An experiment of a lesson that was played.
///
/// @param experiment with its values filled in
/// @param begins the scene at whose end it begins
public record Challenge(Experiment experiment, Scene begins) {

    /// Whether all of its goal holds.
    ///
    /// @param from the position at which the play began
    /// @param to the position up to which it has come
    public boolean isReached(Timeline run, int from, int to) {
        Stretch played = new Stretch(begins.moment().stage(), run, from, to);
        return experiment.goal().stream().allMatch(fact -> FactCheck.check(fact, played).isEmpty());
    }

    /// One way to do it, in the words of the scenario language.
    public List<String> oneWay() {
        try {
            List<Step> trail = tried(experiment.sample()).trail();
            Stage stage = begins.moment().stage();
            return trail.subList(begins.trail().size(), trail.size()).stream()
                    .map(step -> ScenarioWriter.step(step, stage.machine().mode()))
                    .toList();
        } catch (Unresolved _) {
            // A sample that cannot be done is reported when the lesson is checked.
            return List.of();
        }
    }

    /// A run in which a sample has been done, behind the scene where it begins.
    ///
    /// @throws Unresolved if something of it cannot be done
    Run tried(List<String> sample) throws Unresolved {
        Run run = Run.behind(begins);
        for (String action : sample) {
            run.act(action, begins.to());
        }
        return run;
    }
}
