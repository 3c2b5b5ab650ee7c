package shadewalk.ui.inspector;

import java.util.List;

/// Everything the inspector says of one thing at one moment.
///
/// @param title what it is
/// @param subtitle where it is, or what it is for
public record Inspection(String title, String subtitle, List<Section> sections) {

    public Inspection {
        sections = List.copyOf(sections);
    }
}
