package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.Lesson;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Problem;
import shadewalk.lesson.json.Read;
import shadewalk.read.Thing;
import shadewalk.state.MmuEvent;

class CueTest {

    private static final String LESSON =
            """
            {
              "format": 1, "id": "cues", "title": "Cues", "language": "en", "kernel": "6.1",
              "minutes": 5, "goal": "Tell things when they happen.",
              "machine": {
                "mode": "32",
                "tables": [
                  { "name": "pd", "level": 2, "at": "0x1000" },
                  { "name": "pt", "level": 1, "at": "0x5000", "for": "0xc0801000" }
                ],
                "map": [{ "name": "page", "gva": "0xc0801000", "gpa": "0x13000", "flags": "user" }]
              },
              "steps": [{
                "title": "A touch",
                "narration": "Before. TOLD",
                "actions": ["read s page"],
                "show": { "view": "walk", "address": "page", "alt": "The walk." },
                "markers": [{ "name": "the entry", "at": { "event": "SpteSet" } }]
              }],
              "sources": [{ "kind": "manual", "title": "A manual", "section": "1" }]
            }
            """;

    @Test
    void aMomentIsAnEventAMarkerAThingOrTheEnd() {
        Scene scene =
                scene(
                        "{{when PageFaultTaken}} One. {{when GpteRead 2}} Two. {{when the entry}} Three."
                                + " {{when spte pte page}} Four. {{when end}} Five.");
        List<Cue> cues = scene.cues();
        assertTrue(behind(scene, cues.get(0)) instanceof MmuEvent.PageFaultTaken);
        assertTrue(
                behind(scene, cues.get(1)) instanceof MmuEvent.GpteRead read && read.level() == 1);
        assertTrue(behind(scene, cues.get(2)) instanceof MmuEvent.SpteSet);
        assertEquals(cues.get(2), cues.get(3));
        assertTrue(cues.get(3).thing().orElseThrow() instanceof Thing.ShadowEntry);
        assertEquals(new Cue(scene.to(), Optional.empty()), cues.get(4));
        assertTrue(scene.rests().containsAll(cues.stream().map(Cue::position).toList()));
    }

    @Test
    void whatDoesNotHappenOrHappenedBeforeIsSaid() {
        assertProblem("{{when ShadowPageFreed}} Gone.", "no event \"ShadowPageFreed\" happens");
        assertProblem("{{when the tea}} Tea.", "the tea");
        assertProblem(
                "{{when the entry}} Made. {{when PageFaultTaken}} It faults.",
                "PageFaultTaken comes before");
    }

    @Test
    void turnsThatAreToBePassedArePassedFromTheNthOn() {
        assertEquals(4, restsPassing("").size());
        assertEquals(0, restsPassing("{\"event\": \"ShadowPageGot\"}").size());
        assertEquals(1, restsPassing("{\"event\": \"ShadowPageGot\", \"nth\": 2}").size());
        assertEquals(3, restsPassing("{\"event\": \"ShadowPageGot\", \"nth\": 4}").size());
    }

    private static Set<Integer> restsPassing(String turns) {
        return passing(turns).rests();
    }

    /// CR3 is loaded, which makes four directories.
    private static Scene passing(String turns) {
        String load =
                LESSON.replace("read s page", "cr3 0x2000")
                        .replace("SpteSet", "ShadowPageGot")
                        .replace("\"markers\"", "\"through\": [" + turns + "], \"markers\"");
        return played(read(load));
    }

    private static void assertProblem(String narration, String words) {
        List<Problem> problems = LessonCheck.check(file(narration), Glossary.load());
        assertTrue(
                problems.stream().anyMatch(p -> p.sentence().contains(words)), problems.toString());
    }

    private static Scene scene(String narration) {
        return played(file(narration));
    }

    private static Scene played(Read<Lesson> file) {
        Lesson lesson = Objects.requireNonNull(file.value());
        Stage stage =
                Objects.requireNonNull(
                        MachineBuilder.build(lesson.machine(), lesson.places()).value());
        return Performance.of(lesson, stage).scenes().getFirst();
    }

    private static Read<Lesson> file(String narration) {
        return read(LESSON.replace("TOLD", narration));
    }

    private static Read<Lesson> read(String lesson) {
        byte[] text = lesson.getBytes(StandardCharsets.UTF_8);
        try {
            return LessonFile.read(new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MmuEvent behind(Scene scene, Cue cue) {
        return scene.timeline().event(cue.position() - 1);
    }
}
