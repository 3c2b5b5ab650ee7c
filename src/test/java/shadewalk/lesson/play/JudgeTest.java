package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shadewalk.glossary.Glossary;
import shadewalk.lesson.file.LessonFile;

class JudgeTest {

    private static final Glossary GLOSSARY = Glossary.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    "kind":"choose","choices":[{"text":"a","feedback":"f"},{"text":"b","feedback":"f"}] | 0 choices are right; mark exactly one with "right": true
                    "kind":"type","answer":"index pde page","otherwise":"o","wrong":[{"answer":"1","feedback":"f"}] | the wrong answer "1" is right
                    "kind":"type","answer":"index pde page","otherwise":"o","wrong":[{"answer":"2","feedback":"f"},{"answer":"0x2","feedback":"f"}] | the wrong answer "0x2" is the same as another one
                    "kind":"type","answer":"result kind","otherwise":"o" | "result kind" is not a number but value
                    "kind":"type","answer":"pages","later":true,"otherwise":"o" | no step follows that could show the answer; add one
                    "kind":"pick","answer":"spte pml4e page","otherwise":"o" | the shadow of this guest has no pml4e
                    "kind":"order","items":["a","b","c"],"otherwise":"o","wrong":[{"answer":"1 2 4","feedback":"f"}] | "1 2 4" is not an order of the items 1 to 3
                    "kind":"predict","events":[{"event":"SpteSet","text":"a","feedback":"f"},{"event":"GpteRead","text":"b","feedback":"f"}] | no step follows that could show the answer; add one
                    "kind":"type","answer":"index pde page","otherwise":"o","wrong":[{"answer":"770","feedback":"f"}] |
                    """)
    void aQuestionWithoutARightAnswerIsAProblem(String question, String sentence) {
        var problems =
                LessonCheck.check(LessonFile.parse(lesson(question)), GLOSSARY).stream()
                        .map(problem -> problem.sentence())
                        .toList();
        assertEquals(sentence == null ? List.of() : List.of(sentence), problems);
    }

    private static String lesson(String question) {
        return """
        {"format": 1, "id": "a", "title": "A", "language": "en", "kernel": "6.1", "minutes": 1,
         "goal": "g",
         "machine": {"mode": "32", "map": [{"name": "page", "gva": "0x401000", "gpa": "0x9000"}]},
         "sources": [{"kind": "manual", "title": "SDM", "section": "4"}],
         "steps": [{"title": "t", "narration": "n", "actions": ["read s page"],
                    "show": {"view": "walk", "alt": "a"},
                    "question": {"ask": "?", %s}}]}
        """
                .formatted(question);
    }
}
