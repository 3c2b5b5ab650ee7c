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
import shadewalk.read.WalkStory;

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

    /// The guest's own tables stop the walk.
    private static final List<Phase> THEIRS =
            List.of(Phase.HARDWARE_WALK, Phase.EXIT, Phase.GUEST_WALK, Phase.GUEST_FAULT);

    /// The processor found what it looked for.
    private static final List<Phase> HIT = List.of(Phase.HARDWARE_WALK, Phase.RETRY);

    private Strip() {}

    /// Draws the strip so that it ends at `right`. While a question is open it has only what was
    /// seen already: what comes next may be what is asked.
    static void draw(Sheet sheet, WalkModel model, double right, double y) {
        WalkStory story = model.story();
        List<Phase> chapters = model.telling().all() ? chapters(story) : seen(story);
        if (chapters.isEmpty()) {
            return;
        }
        try (var _ =
                sheet.group("story", PICTURES.get("strip.story-so-far", story.phase().words()))) {
            double x = right - width(chapters, story);
            for (int i = 0; i < chapters.size(); i++) {
                Phase chapter = chapters.get(i);
                String words = numbered(i, chapter, story);
                double width = TextStyle.SMALL_BOLD.width(words) + 22;
                chip(sheet, i + 1, chapter, words, story, x, y, width - 4);
                x += width;
            }
        }
    }

    private static void chip(
            Sheet sheet,
            int number,
            Phase chapter,
            String words,
            WalkStory story,
            double x,
            double y,
            double width) {
        String id = "story/" + number;
        try (var _ = sheet.group(id + "/about", words, standing(chapter, story))) {
            Shape.Box box =
                    sheet.box(
                            id,
                            x,
                            y,
                            width,
                            HEIGHT,
                            HEIGHT / 2,
                            tone(chapter, story),
                            fill(chapter, story));
            sheet.label(box, words, TextStyle.SMALL_BOLD);
        }
    }

    /// Why a chapter is pale, filled or in colour.
    private static String standing(Phase chapter, WalkStory story) {
        if (chapter == story.phase()) {
            return PICTURES.get("strip.where-action-stands");
        }
        return passed(chapter, story)
                ? PICTURES.get("strip.action-has-come")
                : PICTURES.get("strip.action-has-not");
    }

    private static List<Phase> seen(WalkStory story) {
        return story.phase() == Phase.REST
                ? List.of()
                : chapters(story).stream()
                        .filter(chapter -> chapter == story.phase() || passed(chapter, story))
                        .toList();
    }

    private static double width(List<Phase> chapters, WalkStory story) {
        double width = -4;
        for (int i = 0; i < chapters.size(); i++) {
            String words = numbered(i, chapters.get(i), story);
            width += TextStyle.SMALL_BOLD.width(words) + 22;
        }
        return width;
    }

    private static boolean hit(WalkStory story) {
        return story.phase() == Phase.RETRY && !story.visited().contains(Phase.EXIT);
    }

    /// The number is the chapter's, not how many there are of something.
    private static String numbered(int i, Phase chapter, WalkStory story) {
        return (i + 1) + ". " + words(chapter, story);
    }

    /// What KVM has done for the guest is not tried again, nor what went well at once.
    private static String words(Phase chapter, WalkStory story) {
        if (hit(story) && chapter == Phase.RETRY) {
            return PICTURES.get("strip.page-found-no");
        }
        boolean over = chapter == Phase.RETRY && story.visited().contains(Phase.EMULATION);
        return over ? PICTURES.get("strip.goes-on") : chapter.words();
    }

    private static List<Phase> chapters(WalkStory story) {
        if (hit(story)) {
            return HIT;
        }
        if (story.phase() == Phase.GUEST_FAULT) {
            return THEIRS;
        }
        return story.visited().contains(Phase.EMULATION) ? emulated(story) : CHAPTERS;
    }

    /// Before KVM carries an instruction out it may have made entries, or not.
    private static List<Phase> emulated(WalkStory story) {
        return Stream.of(Phase.values())
                .filter(phase -> !phase.equals(Phase.REST) && !phase.equals(Phase.GUEST_FAULT))
                .filter(phase ->
                        phase == Phase.GUEST_WALK
                                || phase == Phase.RETRY
                                || story.visited().contains(phase))
                .toList();
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

    private static boolean passed(Phase chapter, WalkStory story) {
        return story.visited().contains(chapter);
    }
}
