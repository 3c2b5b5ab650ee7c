package shadewalk.lesson.session;

import java.util.List;
import shadewalk.lesson.json.Shape;
import shadewalk.scenario.FreePlay;

/// What may stand in a session file.
final class SessionFormat {

    static final String KIND = "session";
    static final int VERSION = 1;

    private static final int MAX_NAME = 200;
    private static final int MAX_STEP = 400;
    private static final int MAX_MACHINE = 32 << 20;
    private static final int MAX_EVENTS = 10_000_000;

    private static final int MAX_NOTE = 20_000;
    private static final int MAX_NOTES = 50;
    private static final int MAX_HUNDREDTHS = 100_000_000;

    private static final Shape HUNDREDTHS = new Shape.Whole(0, MAX_HUNDREDTHS);
    private static final Shape NAME = new Shape.Text(0, MAX_NAME, "", "");
    private static final Shape POSITION = new Shape.Whole(0, MAX_EVENTS);

    private static final Shape BRANCH =
            new Shape.Thing(
                    "a branch",
                    List.of(
                            must("name", NAME, "What the branch is called."),
                            may(
                                    "from",
                                    new Shape.Whole(0, FreePlay.MAX_BRANCHES - 1),
                                    "The number of the branch it left; the first left none."),
                            may("at", POSITION, "The position in that branch."),
                            must(
                                    "steps",
                                    new Shape.Many(
                                            new Shape.Text(1, MAX_STEP, "", ""),
                                            0,
                                            FreePlay.MAX_STEPS),
                                    "What was done since, in the scenario language.")),
                    false);

    private static final Shape NOTE =
            new Shape.Thing(
                    "a note",
                    List.of(
                            must("at", NAME, "The id of the thing it stands beside."),
                            must("text", new Shape.Text(0, MAX_NOTE, "", ""), "What it says.")),
                    false);

    private static final Shape PICTURE =
            new Shape.Thing(
                    "a picture",
                    List.of(
                            must("address", new Shape.Unsigned(false, false), "What it is about."),
                            must("notes", new Shape.Many(NOTE, 0, MAX_NOTES), "Words in it."),
                            must(
                                    "caption",
                                    new Shape.Text(0, MAX_NOTE, "", ""),
                                    "The line beneath it."),
                            must(
                                    "theme",
                                    new Shape.Choice(List.of("light", "dark", "print")),
                                    "Its colours."),
                            must("scale", HUNDREDTHS, "Hundredths of a pixel to a unit."),
                            must("outlined", new Shape.Flag(), "Whether the selection is marked."),
                            must(
                                    "crop",
                                    new Shape.Many(HUNDREDTHS, 0, 4),
                                    "Left, top, width and height of the part that is kept, in"
                                            + " hundredths of a unit; empty for all."),
                            may(
                                    "dealing",
                                    new Shape.Flag(),
                                    "Whether the quadrants are dealt out only up to the"
                                            + " address.")),
                    false);

    static final Shape SESSION =
            new Shape.Thing(
                    "a session",
                    List.of(
                            must(
                                    "shadewalk",
                                    new Shape.Choice(List.of(KIND)),
                                    "Says that this is a session."),
                            must("version", new Shape.Whole(1, VERSION), "Version of the format."),
                            must(
                                    "machine",
                                    new Shape.Prose(MAX_MACHINE, true),
                                    "The machine, in the scenario language up to the line ops."),
                            must(
                                    "branches",
                                    new Shape.Many(BRANCH, 1, FreePlay.MAX_BRANCHES),
                                    "Everything that was done."),
                            may(
                                    "branch",
                                    new Shape.Whole(0, FreePlay.MAX_BRANCHES - 1),
                                    "The branch that is looked at."),
                            may("position", POSITION, "The position that is looked at."),
                            may("view", NAME, "The picture that is looked at."),
                            may("selection", NAME, "The thing that is selected."),
                            may(
                                    "picture",
                                    PICTURE,
                                    "How the picture was taken that carries the session.")),
                    false);

    private SessionFormat() {}

    private static Shape.Part must(String name, Shape shape, String meaning) {
        return new Shape.Part(name, shape, true, meaning, null);
    }

    private static Shape.Part may(String name, Shape shape, String meaning) {
        return new Shape.Part(name, shape, false, meaning, null);
    }
}
