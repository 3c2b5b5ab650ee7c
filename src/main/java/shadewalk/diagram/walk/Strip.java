package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.stream.Stream;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Phase;
import shadewalk.read.Telling;
import shadewalk.read.WalkStory;

/// The chapters of the story in a row, the present one filled.
record Strip(Sheet sheet, WalkStory story, Telling telling) {

    static final double HEIGHT = 26;

    private static final List<Phase> CHAPTERS =
            List.of(
                    Phase.HARDWARE_WALK,
                    Phase.EXIT,
                    Phase.GUEST_WALK,
                    Phase.SHADOW_PAGES,
                    Phase.SPTE,
                    Phase.RETRY);

    /// The guest's own tables stop the walk.
    private static final List<Phase> THEIRS =
            List.of(Phase.HARDWARE_WALK, Phase.EXIT, Phase.GUEST_WALK, Phase.GUEST_FAULT);

    /// The processor found what it looked for.
    private static final List<Phase> HIT = List.of(Phase.HARDWARE_WALK, Phase.RETRY);

    /// Draws the strip so that it ends at `right`. While a question is open it has only what was
    /// seen already: what comes next may be what is asked.
    void draw(double right, double y) {
        List<Phase> chapters = telling.all() ? chapters() : seen();
        if (chapters.isEmpty()) {
            return;
        }
        try (var _ =
                sheet.group("story", PICTURES.get("strip.story-so-far", story.phase().words()))) {
            double x = right - width(chapters);
            for (int i = 0; i < chapters.size(); i++) {
                Phase chapter = chapters.get(i);
                String words = numbered(i, chapter);
                double width = TextStyle.SMALL_BOLD.width(words) + 22;
                chip(i + 1, chapter, words, x, y, width - 4);
                x += width;
            }
        }
    }

    private void chip(int number, Phase chapter, String words, double x, double y, double width) {
        String id = "story/" + number;
        try (var _ = sheet.group(id + "/about", words, standing(chapter))) {
            Shape.Box box =
                    sheet.box(id, x, y, width, HEIGHT, HEIGHT / 2, tone(chapter), fill(chapter));
            sheet.label(box, words, TextStyle.SMALL_BOLD);
        }
    }

    /// Why a chapter is pale, filled or in colour.
    private String standing(Phase chapter) {
        if (chapter == story.phase()) {
            return PICTURES.get("strip.where-action-stands");
        }
        return passed(chapter)
                ? PICTURES.get("strip.action-has-come")
                : PICTURES.get("strip.action-has-not");
    }

    private List<Phase> seen() {
        return story.phase() == Phase.REST
                ? List.of()
                : chapters().stream()
                        .filter(chapter -> chapter == story.phase() || passed(chapter))
                        .toList();
    }

    private double width(List<Phase> chapters) {
        double width = -4;
        for (int i = 0; i < chapters.size(); i++) {
            String words = numbered(i, chapters.get(i));
            width += TextStyle.SMALL_BOLD.width(words) + 22;
        }
        return width;
    }

    private boolean hit() {
        return story.phase() == Phase.RETRY && !story.visited().contains(Phase.EXIT);
    }

    /// The number is the chapter's, not how many there are of something.
    private String numbered(int i, Phase chapter) {
        return (i + 1) + ". " + words(chapter);
    }

    /// What KVM has done for the guest is not tried again, nor what went well at once.
    private String words(Phase chapter) {
        if (hit() && chapter == Phase.RETRY) {
            return PICTURES.get("strip.page-found-no");
        }
        boolean over = chapter == Phase.RETRY && story.visited().contains(Phase.EMULATION);
        return over ? PICTURES.get("strip.goes-on") : chapter.words();
    }

    private List<Phase> chapters() {
        if (hit()) {
            return HIT;
        }
        if (story.phase() == Phase.GUEST_FAULT) {
            return THEIRS;
        }
        return story.visited().contains(Phase.EMULATION) ? emulated() : CHAPTERS;
    }

    /// Before KVM carries an instruction out it may have made entries, or not.
    private List<Phase> emulated() {
        return Stream.of(Phase.values())
                .filter(phase -> !phase.equals(Phase.REST) && !phase.equals(Phase.GUEST_FAULT))
                .filter(phase ->
                        phase == Phase.GUEST_WALK
                                || phase == Phase.RETRY
                                || story.visited().contains(phase))
                .toList();
    }

    private Tone tone(Phase chapter) {
        if (chapter != story.phase()) {
            return passed(chapter) ? Tone.PATH : Tone.MUTED;
        }
        return chapter == Phase.EXIT || chapter == Phase.GUEST_FAULT ? Tone.FAULT : Tone.CURRENT;
    }

    private Fill fill(Phase chapter) {
        if (chapter == story.phase()) {
            return Fill.SOLID;
        }
        return passed(chapter) ? Fill.PANEL : Fill.NONE;
    }

    private boolean passed(Phase chapter) {
        return story.visited().contains(chapter);
    }
}
