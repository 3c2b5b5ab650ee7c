package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shadewalk.lesson.file.LessonFile;
import shadewalk.lesson.prose.ProseText;

/// How the lessons that come with the program are told.
class ShippedNarrationTest {

    private static final int BEGINNERS = 6;
    private static final int SHORT = 90;
    private static final int LONG = 120;

    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(term:(word/[^)]+)\\)");
    private static final Pattern ANY_LINK = Pattern.compile("\\[[^]]+]\\(term:[^)]+\\)");

    @Test
    void aStepIsReadInAMinute() throws IOException {
        List<String> lengthy = new ArrayList<>();
        List<Performance> lessons = lessons();
        for (int i = 0; i < lessons.size(); i++) {
            int most = i < BEGINNERS ? SHORT : LONG;
            for (Scene scene : lessons.get(i).scenes()) {
                int words = words(scene);
                if (words > most) {
                    lengthy.add(name(lessons.get(i), scene) + ": " + words);
                }
            }
        }
        assertEquals(List.of(), lengthy);
    }

    @Test
    void whatHappensIsToldWhenItHappens() throws IOException {
        List<String> untold = new ArrayList<>();
        for (Performance lesson : lessons()) {
            for (Scene scene : lesson.scenes()) {
                if (scene.to() > scene.from() && scene.cues().isEmpty()) {
                    untold.add(name(lesson, scene));
                }
            }
        }
        assertEquals(List.of(), untold);
    }

    /// Of all lessons in a row: no word is used before the place where it leads to the glossary.
    @Test
    void aWordLeadsToTheGlossaryWhereItIsFirstUsed() throws IOException {
        List<String> early = new ArrayList<>();
        Set<String> met = new HashSet<>();
        StringBuilder told = new StringBuilder();
        for (Performance lesson : lessons()) {
            for (Scene scene : lesson.scenes()) {
                String text = scene.stop().narration().replaceAll("\\{\\{[^}]*}}", " ");
                Matcher link = LINK.matcher(text);
                while (link.find()) {
                    String before = told + text.substring(0, link.start());
                    if (met.add(link.group(2)) && uses(before, link.group(1))) {
                        early.add(name(lesson, scene) + ": " + link.group(1));
                    }
                }
                told.append(text).append('\n');
            }
        }
        assertEquals(List.of(), early);
    }

    /// Signs between numbers are no words.
    private static int words(Scene scene) {
        return (int)
                Arrays.stream(ProseText.line(scene.narration()).split("\\s+"))
                        .filter(word -> word.matches(".*[\\p{L}\\d].*"))
                        .count();
    }

    private static boolean uses(String text, String word) {
        String plain = ANY_LINK.matcher(text).replaceAll(" ").replaceAll("\\s+", " ");
        return Pattern.compile("\\b" + Pattern.quote(word) + "s?\\b", Pattern.CASE_INSENSITIVE)
                .matcher(plain)
                .find();
    }

    private static String name(Performance lesson, Scene scene) {
        return lesson.lesson().id() + ", " + scene.stop().id();
    }

    private static List<Performance> lessons() throws IOException {
        List<Performance> lessons = new ArrayList<>();
        try (var files = Files.list(Path.of("lessons"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                LessonPlayer player = LessonPlayer.open(LessonFile.read(file)).value();
                lessons.add(Objects.requireNonNull(player, file.toString()).performance());
            }
        }
        return lessons;
    }
}
