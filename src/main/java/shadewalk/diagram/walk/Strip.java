package shadewalk.diagram.walk;

import java.util.List;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.read.WalkStory;
import shadewalk.diagram.read.WalkStory.Phase;

/// The chapters of the story in a row, the present one filled.
final class Strip {

    static final double HEIGHT = 26;

    private static final List<Phase> CHAPTERS =
            List.of(
                    Phase.HARDWARE_WALK,
                    Phase.EXIT,
                    Phase.GUEST_WALK,
                    Phase.SHADOW_PAGES,
                    Phase.SPTE,
                    Phase.RETRY);

    private Strip() {}

    /// Draws the strip so that it ends at `right`.
    static void draw(Sheet sheet, WalkStory story, double right, double y) {
        sheet.group(
                "story",
                "the story so far: " + story.phase().words(),
                "",
                () -> {
                    double x = right - width(story);
                    for (int i = 0; i < CHAPTERS.size(); i++) {
                        Phase chapter = shown(CHAPTERS.get(i), story);
                        String words = (i + 1) + " " + chapter.words();
                        double width = TextStyle.SMALL_BOLD.width(words) + 22;
                        Shape.Box box =
                                sheet.box(
                                        "story/" + (i + 1),
                                        x,
                                        y,
                                        width - 4,
                                        HEIGHT,
                                        HEIGHT / 2,
                                        tone(chapter, story),
                                        fill(chapter, story));
                        sheet.label(box, words, TextStyle.SMALL_BOLD);
                        x += width;
                    }
                });
    }

    private static double width(WalkStory story) {
        double width = -4;
        for (int i = 0; i < CHAPTERS.size(); i++) {
            String words = (i + 1) + " " + shown(CHAPTERS.get(i), story).words();
            width += TextStyle.SMALL_BOLD.width(words) + 22;
        }
        return width;
    }

    /// A walk that ends in the guest's own fault says so.
    private static Phase shown(Phase chapter, WalkStory story) {
        boolean theirs = story.phase() == Phase.GUEST_FAULT && chapter == Phase.GUEST_WALK;
        return theirs ? Phase.GUEST_FAULT : chapter;
    }

    private static Tone tone(Phase chapter, WalkStory story) {
        if (chapter != story.phase()) {
            return passed(chapter, story) ? Tone.PATH : Tone.MUTED;
        }
        return chapter == Phase.EXIT || chapter == Phase.GUEST_FAULT ? Tone.FAULT : Tone.CURRENT;
    }

    private static Fill fill(Phase chapter, WalkStory story) {
        if (chapter == story.phase()) {
            return Fill.SOLID;
        }
        return passed(chapter, story) ? Fill.PANEL : Fill.NONE;
    }

    /// A story without a fault goes straight from the first chapter to the last.
    private static boolean passed(Phase chapter, WalkStory story) {
        if (story.phase() == Phase.REST || chapter.compareTo(story.phase()) > 0) {
            return false;
        }
        if (story.phase() == Phase.GUEST_FAULT) {
            return chapter.compareTo(Phase.GUEST_WALK) < 0;
        }
        return chapter == Phase.HARDWARE_WALK || story.errorCode().isPresent();
    }
}
