package shadewalk.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shadewalk.diagram.Shown;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.play.Answer;
import shadewalk.lesson.play.LessonPlayer;
import shadewalk.scenario.EventLog;
import shadewalk.ui.picture.PictureModel;
import shadewalk.ui.session.Flag;
import shadewalk.ui.session.Player;
import shadewalk.ui.session.Runs;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

class LessonModelTest {

    private static final String ASKING =
            """
            {"format": 1, "id": "a", "title": "A", "language": "en", "kernel": "6.1", "minutes": 1,
             "goal": "g",
             "machine": {"mode": "32",
                         "map": [{"name": "page", "gva": "0x401000", "gpa": "0x9000"}]},
             "sources": [{"kind": "manual", "title": "SDM", "section": "4"}],
             "steps": [{"title": "t", "narration": "n", "actions": ["read s page"],
                        "show": {"view": "walk", "address": "page", "alt": "a"},
                        "question": {"kind": "choose", "ask": "?", PROOF
                                     "choices": [{"text": "a", "right": true, "feedback": "f"},
                                                 {"text": "b", "feedback": "f"}]}}]}
            """;

    private final Session session = new Session(new EventLog(Runs.twoHalves().at(0)).timeline());
    private final Player player = new Player(session);
    private final PictureModel picture = new PictureModel(session);
    private final LessonModel model = new LessonModel(session, player, picture);

    @BeforeEach
    void openTheFirst() throws IOException {
        open(BundledLessons.names().getFirst());
    }

    private void open(String name) throws IOException {
        try (InputStream stream = BundledLessons.open(name)) {
            LessonPlayer opened = LessonPlayer.open(LessonFile.read(stream)).value();
            assertTrue(opened != null);
            model.open(opened, 0);
        }
    }

    private Stand stand() {
        return model.stand().orElseThrow();
    }

    private void answerAll() {
        while (!(stand().isLast() && stand().arrived())) {
            if (stand().arrived() && !stand().isOpen()) {
                model.reveal();
            }
            model.stepForward();
        }
    }

    @Test
    void aSceneDealsTheQuadrantsOutAndTheNextShowsThemAll() throws IOException {
        open("060-quadrants-dealt-out.json");
        answerAll();
        int dealt = 0;
        while (stand().lesson().lesson().stops().get(dealt).show().deal().isEmpty()) {
            dealt++;
        }
        model.go(dealt);
        assertEquals(Optional.of(new Gva(0x4080_1000)), picture.dealing().cursorProperty().get());
        String drawn = Shown.texts(picture.diagram()).toString();
        assertTrue(drawn.contains("Dealt out up to"), drawn);
        model.go(dealt + 1);
        assertFalse(picture.dealing().isOn());
    }

    @Test
    void somethingIsToBePickedUntilItIsAnswered() throws IOException {
        open("020-the-two-level-walk.json");
        model.go(1);
        model.reveal();
        assertFalse(model.isPicking());
        model.go(2);
        assertTrue(model.isPicking());
        model.reveal();
        assertFalse(model.isPicking());
    }

    @Test
    void aPictureDoesNotCountOutWhatTheNextSceneAsks() throws IOException {
        open("020-the-two-level-walk.json");
        assertTrue(picture.view().isAsked());
        model.go(1);
        model.reveal();
        model.go(0);
        assertFalse(picture.view().isAsked());
    }

    @Test
    void aSceneShowsTheSamePictureWhicheverWayItIsReached() {
        answerAll();
        for (int scene = 0; scene < stand().lesson().size(); scene++) {
            model.go(scene);
            var there = picture.diagram();
            model.toEnd();
            while (stand().index() > scene) {
                model.eventBack();
            }
            assertEquals(scene, stand().index());
            assertEquals(there.title(), picture.diagram().title(), "scene " + scene);
            assertEquals(there, picture.diagram(), "scene " + scene);
        }
    }

    @Test
    void anOpenQuestionHoldsUntilItIsAnswered() {
        while (stand().isOpen()) {
            model.stepForward();
        }
        int scene = stand().index();
        model.stepForward();
        model.eventForward();
        model.toEnd();
        assertFalse(model.forward());
        session.jump(session.timeline().size());
        assertEquals(scene, stand().index());
        assertEquals(stand().scene().to(), session.position());
        model.reveal();
        model.stepForward();
        assertEquals(scene + 1, stand().index());
    }

    @Test
    void whatProvesAnAnswerIsPointedOutOnceItIsGiven() {
        openProven("\"proof\": {\"at\": \"spte pte page\", \"text\": \"U is set here\"},");
        String before = picture.diagram().description();
        QuestionModel asked = stand().question().orElseThrow();
        Answer wrong = new Answer.Chosen(asked.right().equals(new Answer.Chosen(0)) ? 1 : 0);
        model.answer(wrong);
        assertEquals(before, picture.diagram().description());
        model.answer(asked.right());
        String after = picture.diagram().description();
        assertTrue(after.contains("U is set here"), after);
    }

    @Test
    void withoutAProofAnAnswerAddsNoWordsToThePicture() {
        openProven("");
        model.reveal();
        assertEquals(stand().scene().view().notes(), picture.view().notes());
    }

    @Test
    void whatWasToBePickedIsSelectedWhenItIsGivenAway() throws IOException {
        open("020-the-two-level-walk.json");
        model.stepForward();
        model.reveal();
        model.stepForward();
        QuestionModel asked = stand().question().orElseThrow();
        model.reveal();
        assertEquals(
                Optional.of(asked.right()),
                session.selectionProperty().get().map(thing -> new Answer.Picked(thing.id())));
    }

    private void openProven(String proof) {
        LessonPlayer opened =
                LessonPlayer.open(LessonFile.parse(ASKING.replace("PROOF", proof))).value();
        assertTrue(opened != null);
        model.open(opened, 0);
        model.stepForward();
    }

    @Test
    void nothingIsPickedBeforeTheLearnerPicks() throws IOException {
        open("020-the-two-level-walk.json");
        model.stepForward();
        model.reveal();
        model.stepForward();
        QuestionModel asked = stand().question().orElseThrow();
        assertTrue(asked.right() instanceof Answer.Picked);
        assertEquals(Optional.empty(), session.selectionProperty().get());
        model.answer(asked.picked("gfn5/e1/value"));
        assertTrue(asked.isOver());
    }

    @Test
    void theAuthorsMarkersStandOnTheTimeline() {
        answerAll();
        model.go(3);
        List<Flag> flags = session.flagsProperty().get();
        assertEquals(
                List.of("the fault", "KVM walks", "a shadow entry"),
                flags.stream().map(Flag::name).toList());
        for (Flag flag : flags) {
            assertTrue(stand().scene().from() < flag.position());
            assertTrue(flag.position() <= stand().scene().to());
        }
    }

    @Test
    void movingThePositionMovesTheNarration() {
        answerAll();
        while (stand().scene().run() > 0) {
            model.back();
        }
        for (int position = session.limit(); position >= 0; position--) {
            session.jump(position);
            Stand now = stand();
            boolean before = now.index() == 0 && position < now.scene().from();
            assertTrue(
                    before || now.scene().from() <= position && position <= now.scene().to(),
                    now.index() + " at " + position);
        }
    }

    @Test
    void onPlaysWhatHappensFromRestToRestThenGoesOn() {
        answerAll();
        model.go(0);
        while (stand().lesson().scene().to() == session.position()) {
            model.forward();
        }
        assertTrue(player.playing());
        int scene = stand().index();
        while (!stand().arrived()) {
            model.forward();
            assertTrue(
                    player.playing()
                            || stand().arrived()
                            || stand().scene().rests().contains(session.position()));
            assertEquals(scene, stand().index());
        }
        model.forward();
        assertEquals(scene + 1, stand().index());
    }
}
