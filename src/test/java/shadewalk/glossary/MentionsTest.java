package shadewalk.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    private static final Glossary GLOSSARY = Glossary.load();

    @ParameterizedTest
    @CsvSource({
        "level 1 of gfn 5, word/gfn",
        "maps pfn 400013, word/pfn",
        "pae_root[3], word/pae-root",
        "SPTEs that map this frame (rmap), word/rmap",
        "made for sp4, word/shadow-page",
        "access wux, word/access",
        "lets it go out of sync, word/unsync",
        "until INVLPG, word/invlpg",
        "the next lookup, word/lookup"
    })
    void wordsOfTheFieldAreFound(String text, String term) {
        Set<String> known = new HashSet<>();
        GLOSSARY.pieces(text, known);
        assertTrue(known.contains(term), () -> text + ": " + known);
    }

    @Test
    void theFirstWordForATermIsALinkAndLaterOnesAreNot() {
        Set<String> known = new HashSet<>();
        List<Mentions.Piece> pieces = GLOSSARY.pieces("gfn 1 and gfn 2", known);
        assertEquals(List.of("gfn", " 1 and gfn 2"), texts(pieces));
        assertEquals(List.of("gfn 3"), texts(GLOSSARY.pieces("gfn 3", known)));
    }

    @Test
    void aWordWithinAWordIsNone() {
        Set<String> known = new HashSet<>();
        GLOSSARY.pieces("mmu_alloc_root, gfn_t, defaults, rwux", known);
        assertEquals(Set.of(), known);
    }

    @Test
    void piecesPutTogetherAreTheText() {
        String text = "sp4: level 2, of gfn 1, quadrant 0 (wux), not SPTE 5";
        assertEquals(text, String.join("", texts(GLOSSARY.pieces(text, new HashSet<>()))));
    }

    @Test
    void whatIsFoundIsATerm() {
        for (Term term : GLOSSARY.terms()) {
            Set<String> known = new HashSet<>();
            GLOSSARY.pieces(term.meaning(), known);
            known.forEach(id -> assertTrue(GLOSSARY.find(id).isPresent(), id));
        }
    }

    private static List<String> texts(List<Mentions.Piece> pieces) {
        return pieces.stream().map(Mentions.Piece::text).collect(Collectors.toList());
    }
}
