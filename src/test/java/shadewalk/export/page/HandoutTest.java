package shadewalk.export.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shadewalk.lesson.BundledLessons;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.json.Read;
import shadewalk.lesson.play.LessonPlayer;

/// The page of a lesson, looked at as text and, where one is installed, in a browser.
class HandoutTest {

    private static final String WALK = "020-the-two-level-walk.json";
    private static final String LENSES = "060-quadrants-dealt-out.json";
    private static final String ORDER = "130-devices.json";
    private static final String HOSTILE =
            "</p></template><script>document.title='owned'</script> ]]> \\\\input \\\"'&amp;"
                    + " \u202e\u05d0\u05d1 \ud83d\ude00";
    private static final String LONG = "x".repeat(700);

    @TempDir private static Path folder;
    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = Browser.start(folder);
    }

    @AfterAll
    static void stopBrowser() throws IOException {
        if (browser.isPresent()) {
            browser.get().close();
        }
    }

    @Test
    void theSameLessonIsTheSamePage() throws IOException {
        assertArrayEquals(page(WALK, t -> t), page(WALK, t -> t));
    }

    @Test
    void thePageReachesForNothing() throws IOException {
        String page = new String(page(WALK, t -> t), StandardCharsets.UTF_8);
        assertFalse(page.matches("(?s).*(src=|href=\"[^#]|url\\(|@import).*"));
        assertTrue(page.contains("default-src 'none'"));
    }

    @Test
    void keysLeadFromStepToStepUpToAnOpenQuestion() throws IOException {
        Browser open = open(WALK, t -> t);
        assertEquals("Step 1 of 9", open.text("#place"));
        open.type(Browser.ARROW_RIGHT);
        assertTrue(open.text("#place").startsWith("Step 2 of 9. Answer"), open.text("#place"));
        open.type(Browser.ARROW_RIGHT + Browser.END);
        assertTrue(open.text("#place").startsWith("Step 2 of 9"), "the question locks the way");
        open.type(Browser.ARROW_LEFT);
        assertEquals("Step 1 of 9", open.text("#place"));
        assertEquals(
                "button: Step 3, after the question", open.spoken("#steps li:nth-child(3) button"));
        open.click("#next");
        open.click("#back");
        assertEquals("1. One address, three numbers", open.text("#step h2"));
    }

    @Test
    void answersAreJudgedAndOpenTheWay() throws IOException {
        Browser open = open(WALK, t -> t);
        open.type(Browser.ARROW_RIGHT);
        open.click("[name=answer]");
        open.type("12" + Browser.ENTER);
        assertTrue(open.text(".reply").startsWith("\u2717 Not quite."), open.text(".reply"));
        assertTrue(open.run("return document.getElementById('next').disabled").getAsBoolean());
        open.run("document.querySelector('[name=answer]').value = ''");
        open.click("[name=answer]");
        open.type("0x203" + Browser.ENTER);
        assertTrue(open.text(".reply").startsWith("\u2713 Right."), open.text(".reply"));
        open.click("#next");
        assertTrue(open.text("#place").startsWith("Step 3 of 9"), open.text("#place"));
        pickTheEntry(open);
        open.type(Browser.END);
        assertTrue(open.text("#place").startsWith("Step 7 of 9"), open.text("#place"));
        open.type(Browser.HOME + Browser.ARROW_RIGHT);
        assertTrue(open.text(".reply").startsWith("\u2713 Right."), "it stays answered");
    }

    private static void pickTheEntry(Browser open) throws IOException {
        open.run(
                "document.getElementById('gfn5/e1').dispatchEvent("
                        + "new MouseEvent('click', {bubbles: true}))");
        assertEquals("gfn5/e1", value(open, "document.querySelector('[name=answer]').value"));
        open.click(".question .main");
        assertTrue(open.text(".reply").startsWith("\u2713 Right."), open.text(".reply"));
    }

    @Test
    void thingsArePutInOrderAndTheAnswerIsGivenAway() throws IOException {
        Browser open = open(ORDER, t -> t);
        open.type(Browser.ARROW_RIGHT);
        giveUp(open);
        open.type(Browser.END);
        assertEquals("order", value(open, "document.querySelector('form').dataset.kind"));
        int items = open.run("return document.querySelectorAll('[data-item]').length").getAsInt();
        for (int wanted = 0; wanted < items; wanted++) {
            open.run(
                    "for (let i = 0; i < 9; i++) { const at ="
                            + " document.querySelector('[data-item=\""
                            + wanted
                            + "\"]'); if ([...at.parentNode.children].indexOf(at) > "
                            + wanted
                            + ") at.querySelector('.up').click(); }");
        }
        open.click(".question .main");
        assertTrue(open.text(".reply").startsWith("\u2713 Right."), open.text(".reply"));
    }

    @Test
    void thePictureTellsTheAnswerOnlyWhenItWasGiven() throws IOException {
        Browser open = open(LENSES, t -> t);
        String told = "document.querySelector('figure').textContent.includes('Not so')";
        String words = "document.querySelector('#step pre').textContent.includes('level 1')";
        open.type(Browser.ARROW_RIGHT);
        assertEquals("false", value(open, told));
        assertEquals("false", value(open, words));
        giveUp(open);
        assertEquals("true", value(open, told));
        assertEquals("true", value(open, words));
        assertEquals("1", value(open, "document.querySelectorAll('figure svg[role]').length"));
        open.type(Browser.ARROW_LEFT + Browser.ARROW_RIGHT);
        assertEquals("true", value(open, told), "it stays told");
    }

    /// Takes every hint, and then the answer.
    private static void giveUp(Browser open) throws IOException {
        for (int i = 0;
                i < 6 && !value(open, "document.querySelector('.hint').hidden").equals("true");
                i++) {
            open.click(".hint");
        }
        assertTrue(open.text(".reply").contains("The answer:"), open.text(".reply"));
    }

    @Test
    void thePictureIsSpokenAndTurnsDark() throws IOException {
        Browser open = open(WALK, t -> t);
        assertTrue(
                open.spoken("figure svg").startsWith("image: The walk of 0xc0801234"),
                open.spoken("figure svg"));
        String ground = "getComputedStyle(document.querySelector('figure svg rect')).fill";
        assertEquals("rgb(255, 255, 255)", value(open, ground));
        open.type("t");
        assertEquals("rgb(13, 17, 23)", value(open, ground));
        assertEquals("button: Light", open.spoken("#theme"));
        assertEquals("0", value(open, "performance.getEntriesByType('resource').length"));
    }

    @Test
    void hostileTextIsShownAsText() throws IOException {
        Browser open = open(WALK, HandoutTest::hostile);
        assertTrue(open.text("#step h2").contains("<script>document.title='owned'</script> ]]>"));
        assertEquals(
                HOSTILE.replace("\\\\", "\\").replace("\\\"", "\""),
                value(open, "document.querySelector('.goal').textContent"));
        assertTrue(open.text("#step").contains(LONG), "a long word is there");
        assertEquals(
                "true",
                value(open, "document.body.scrollWidth <= document.documentElement.clientWidth"),
                "and breaks");
        assertEquals("1", value(open, "document.scripts.length"));
        assertFalse(value(open, "document.title").equals("owned"));
    }

    private static String hostile(String lesson) {
        return lesson.replaceFirst(
                        "\"goal\": \"[^\"]*\"",
                        Matcher.quoteReplacement("\"goal\": \"" + HOSTILE + "\""))
                .replaceFirst("\"narration\": \\[", "\"narration\": [\"" + LONG + "\", ")
                .replace(
                        "\"title\": \"One address, three numbers\"",
                        "\"title\": \"<script>document.title='owned'</script> ]]>\"");
    }

    private static String value(Browser open, String expression) throws IOException {
        return open.run("return String(" + expression + ")").getAsString();
    }

    private static Browser open(String lesson, UnaryOperator<String> change) throws IOException {
        Assumptions.assumeTrue(
                browser.isPresent(), "chromium and chromedriver are not installed here");
        Path file = folder.resolve("page.html");
        Files.write(file, page(lesson, change));
        browser.get().open(file);
        return browser.get();
    }

    private static byte[] page(String lesson, UnaryOperator<String> change) throws IOException {
        try (InputStream stream = BundledLessons.open(lesson)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Read<LessonPlayer> opened = LessonPlayer.open(LessonFile.parse(change.apply(text)));
            var out = new ByteArrayOutputStream();
            Handout.write(
                    Objects.requireNonNull(opened.value(), () -> opened.problems().toString()),
                    out);
            return out.toByteArray();
        }
    }
}
