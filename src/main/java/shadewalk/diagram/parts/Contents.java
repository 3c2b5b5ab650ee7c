package shadewalk.diagram.parts;

import java.util.Optional;
import shadewalk.diagram.Diagram;

/// What is in a picture and where, found out when somebody asks.
public final class Contents {

    private final Diagram diagram;
    private Optional<Hits> hits = Optional.empty();
    private Optional<Parts> parts = Optional.empty();

    public Contents(Diagram diagram) {
        this.diagram = diagram;
    }

    public Hits hits() {
        Hits found = hits.orElseGet(() -> new Hits(diagram));
        hits = Optional.of(found);
        return found;
    }

    public Parts parts() {
        Parts found = parts.orElseGet(() -> new Parts(diagram));
        parts = Optional.of(found);
        return found;
    }

    /// What somebody touches with a shape. What belongs to no part is called as the picture calls
    /// what is around it.
    public Touched touch(String shape, String around) {
        return parts().around(shape)
                .map(part -> new Touched(part.id(), part.words()))
                .orElseGet(() -> new Touched(shape, around.lines().findFirst().orElse("")));
    }
}
