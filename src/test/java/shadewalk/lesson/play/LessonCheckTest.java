package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shadewalk.export.scene.PictureCheck;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.LessonFile;

class LessonCheckTest {

    private static final Glossary GLOSSARY = Glossary.load();

    private static final String LESSON =
            """
            {"format": 1, "id": "a", "title": "A", "language": "en", "kernel": "6.1", "minutes": 1,
             "goal": "g",
             "machine": {"mode": "32",
                         "tables": [{"name": "pd", "level": 2}],
                         "map": [{"name": "page", "gva": "0x401000", "gpa": "0x9000"}]},
             "sources": [{"kind": "manual", "title": "SDM", "section": "4"}],
             "steps": [{"id": "one", "title": "t", "narration": "Hello {{index pde page}}.",
                        "actions": ["read s page"],
                        "show": {"view": "walk", "address": "page", "alt": "a"},
                        "expect": [{"event": "SpteSet", "count": 1},
                                   {"spte": "pte page", "is": {"W": 0}}]}]}
            """;

    @TestFactory
    Stream<DynamicTest> everyShippedLessonIsTrue() throws IOException {
        try (var files = Files.list(Path.of("lessons"))) {
            List<Path> lessons =
                    files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            return lessons.stream()
                    .map(file ->
                            DynamicTest.dynamicTest(
                                    String.valueOf(file.getFileName()),
                                    () ->
                                            assertEquals(
                                                    List.of(),
                                                    PictureCheck.check(file, GLOSSARY))));
        }
    }

    @Test
    void theLessonInReadmeIsTrue() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```json") + "```json".length();
        String lesson = readme.substring(start, readme.indexOf("```", start));
        assertEquals(List.of(), problems(lesson));
    }

    @Test
    void aGoodLessonHasNoProblems() {
        assertEquals(List.of(), problems(LESSON));
    }

    @Test
    void aFactThatTheEngineDeniesIsNamed() {
        assertEquals(
                List.of("$.steps[0].expect[1].is.W: spte pte page W is 0 here, not 1"),
                problems(LESSON.replace("\"W\": 0", "\"W\": 1")));
        assertEquals(
                List.of("$.steps[0].expect[0].count: 1 such events happen in this step, not 4"),
                problems(LESSON.replace("\"count\": 1", "\"count\": 4")));
    }

    private static String trying(String goal, String sample) {
        return LESSON.replace(
                "\"sources\":",
                """
                "experiments": [{"id": "x", "ask": "Can you?", "goal": [%s], "sample": ["%s"]}],
                "sources":\
                """
                        .formatted(goal, sample));
    }

    @Test
    void anExperimentIsDoneByItsSampleAndNotBefore() {
        String written = "{\"gpte\": \"pte page\", \"is\": {\"D\": 1}}";
        assertEquals(List.of(), problems(trying(written, "write s page 0x1")));
        assertEquals(
                List.of("$.experiments[0].goal[0].is.D: gpte pte page D is 0 here, not 1"),
                problems(trying(written, "read s page")));
        String read = "{\"gpte\": \"pte page\", \"is\": {\"A\": 1}}";
        assertEquals(
                List.of(
                        "$.experiments[0].goal: all of this is so before anything was done; ask for"
                                + " something that is not so yet"),
                problems(trying(read, "read s page")));
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertEquals(
                List.of(
                        "$.steps[0].narration: {{index pde pgae}}: there is no name \"pgae\" in the"
                                + " machine; did you mean \"page\"?"),
                problems(LESSON.replace("index pde page", "index pde pgae")));
        assertEquals(
                List.of(
                        "$.steps[0].expect[0].event: there is no event \"SpteSett\"; did you mean \"SpteSet\"?",
                        "$.steps[0].expect[0].count: 0 such events happen in this step, not 1"),
                problems(LESSON.replace("SpteSet", "SpteSett")));
        assertEquals(
                List.of(
                        "$.steps[0].narration: the glossary has no term \"role/quad\"; name one that it has"),
                problems(LESSON.replace("Hello", "[Hello](term:role/quad)")));
    }

    @Test
    void aValueInAnyTextIsLookedUp() {
        assertEquals(
                List.of(), problems(LESSON.replace("\"alt\": \"a\"", "\"alt\": \"{{page}}\"")));
        assertEquals(
                List.of(
                        "$.steps[0].show.alt: {{pgae}}: there is no name \"pgae\" in the machine;"
                                + " did you mean \"page\"?"),
                problems(LESSON.replace("\"alt\": \"a\"", "\"alt\": \"{{pgae}}\"")));
    }

    @Test
    void whatProvesAnAnswerIsThereAndDrawn() {
        assertEquals(List.of(), problems(proven("spte pte page")));
        assertEquals(
                List.of(
                        "$.steps[0].question.proof.at: there is no name \"pgae\" in the machine;"
                                + " did you mean \"page\"?"),
                problems(proven("spte pte pgae")));
        assertEquals(
                List.of(
                        "$.steps[0].question.proof.at: the picture \"walk\" does not draw"
                                + " \"register cr4\" here; name something that it draws"),
                problems(proven("register cr4")));
    }

    private static String proven(String at) {
        return LESSON.replace(
                "\"actions\"",
                """
                "question": {"kind": "type", "ask": "?", "answer": "index pde page",
                             "otherwise": "o", "proof": {"at": "%s", "text": "why"}},
                "actions"\
                """
                        .formatted(at));
    }

    @Test
    void anActionThatIsNoStepIsNamed() {
        assertEquals(
                List.of("$.steps[0].actions[0]: 'z' is no ring; write s, u or sac"),
                problems(LESSON.replace("read s page", "read z page")));
    }

    @Test
    void theMachineIsCheckedBeforeItRuns() {
        assertEquals(
                List.of("$.machine.map[0]: gva and gpa must be multiples of the page's size, 4K"),
                problems(LESSON.replace("0x401000", "0x401001")));
    }

    @Test
    void htmlDoesNotGetThrough() {
        assertEquals(
                List.of("$.steps[0].narration: HTML is not shown; remove it"),
                problems(LESSON.replace("Hello", "<script>")).subList(0, 1));
    }

    @Test
    void whatHidesInPlainWordsIsNamed() {
        assertEquals(
                List.of("$.title: tags are shown as they stand; write plain words"),
                problems(LESSON.replace("\"A\"", "\"A</script>\"")));
        assertEquals(
                List.of("$.steps[0].title: holds the invisible character U+202E; remove it"),
                problems(LESSON.replace("\"t\"", "\"t\u202Exe\"")));
        assertEquals(
                List.of("$.steps[0].narration: holds the invisible character U+2066; remove it"),
                problems(LESSON.replace("Hello", "Hel\u2066lo")));
        assertEquals(List.of(), problems(LESSON.replace("\"A\"", "\"A < B, <linux/kvm.h>\"")));
    }

    @Test
    void whatIsNotOnStageIsNeitherShownNorSpokenOf() {
        String guest = "\"introduces\": [\"guest\"], \"actions\"";
        String alone = LESSON.replace("\"actions\"", guest);
        assertEquals(List.of(), problems(alone));
        assertEquals(
                List.of(
                        "$.steps[0].narration: entry 1 of shadow page sp4 is not on stage here; let"
                                + " this step or one before it introduce \"shadow\"",
                        "$.steps[0].show.select: entry 0 of pae_root is not on stage here; let this step or"
                                + " one before it introduce \"shadow\"",
                        "$.steps[0].show.callouts[0].at: the register CR3 is not on stage here; let"
                                + " this step or one before it introduce \"guest\""),
                problems(
                        alone.replace("[\"guest\"]", "[\"ruler\"]")
                                .replace("Hello", "{{when spte pte page}} Hello")
                                .replace(
                                        "\"alt\"",
                                        """
                                        "select": "spte pdpte page",
                                        "callouts": [{"at": "register cr3", "text": "b"}], "alt"\
                                        """)));
        assertEquals(
                List.of(
                        "$.steps[0].show.view: the picture \"quadrants\" needs what is not on stage here;"
                                + " let this step or one before it introduce \"shadow\""),
                problems(alone.replace("walk", "quadrants")));
        assertEquals(
                List.of(
                        "$.steps[0].introduces[1]: \"guest\" is on stage already; introduce each"
                                + " part once"),
                problems(alone.replace("[\"guest\"]", "[\"guest\", \"guest\"]")));
    }

    private static List<String> problems(String json) {
        return PictureCheck.check(LessonFile.parse(json), GLOSSARY).stream()
                .map(problem -> problem.path() + ": " + problem.sentence())
                .toList();
    }
}
