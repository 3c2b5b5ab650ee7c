package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.LinkedHashMap;
import java.util.Map;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// What a lesson may ask of shadow pages.
final class Pages {

    private Pages() {}

    /// The parts of a page: those of its role, and its own.
    static Map<String, Value> parts(ShadowPage page) {
        Map<String, Value> parts = new LinkedHashMap<>(EventParts.roleParts(page.role()));
        parts.put("gfn", Value.gfn(page.gfn()));
        parts.put("unsync", Value.flag(page.unsync()));
        parts.put("roots", Value.decimal(page.rootCount()));
        parts.put("flooding", Value.decimal(page.writeFlooding()));
        parts.put("parents", Value.decimal(page.parents().size()));
        parts.put("generation", Value.decimal(page.generation()));
        return parts;
    }

    /// The part of this name.
    ///
    /// @param whose what it is a part of, for the message when there is none
    static Value part(Map<String, Value> parts, String name, String whose) throws Unresolved {
        Value value = parts.get(name);
        if (value == null) {
            throw new Unresolved(
                    PROBLEMS.get(
                            "pages.has-no-has", whose, name, String.join(", ", parts.keySet())));
        }
        return value;
    }

    /// How many pages that are not zapped and not obsolete have these parts.
    static int count(State state, Map<String, String> with) throws Unresolved {
        int count = 0;
        for (ShadowPage page : state.shadow().all().toList()) {
            if (!state.shadow().obsolete(page) && fits(parts(page), with)) {
                count++;
            }
        }
        return count;
    }

    private static boolean fits(Map<String, Value> parts, Map<String, String> with)
            throws Unresolved {
        for (Map.Entry<String, String> wanted : with.entrySet()) {
            if (!part(parts, wanted.getKey(), PROBLEMS.get("pages.shadow-page"))
                    .is(wanted.getValue())) {
                return false;
            }
        }
        return true;
    }
}
