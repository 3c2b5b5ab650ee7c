package shadewalk.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shadewalk.bits.Layout;
import shadewalk.state.MmuEvent;
import shadewalk.state.Role;
import shadewalk.state.Spte;
import shadewalk.state.Stat;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PageFault;

class GlossaryTest {

    private static final Glossary GLOSSARY = Glossary.load();

    private static final List<Class<?>> OWNERS_OF_LAYOUTS =
            List.of(
                    GuestEntry.class,
                    Spte.class,
                    Role.class,
                    Cr0.class,
                    Cr4.class,
                    Efer.class,
                    PageFault.class);

    @Test
    void everyEventHasATermAndEveryEventTermAnEvent() {
        assertEquals(eventNames(MmuEvent.class), names(Term.Kind.EVENT));
    }

    @Test
    void everyStatisticHasATermAndEveryStatisticTermAStatistic() {
        var kernelNames =
                Arrays.stream(Stat.values())
                        .map(Stat::kernelName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(kernelNames, names(Term.Kind.STAT));
    }

    @Test
    void everyFieldOfEveryLayoutHasATermAndEveryFieldTermAField() {
        var used = new TreeSet<String>();
        for (Layout layout : layouts()) {
            for (var field : layout.fields()) {
                var term = GLOSSARY.field(layout.name(), field.name());
                assertTrue(term.isPresent(), "no term for " + field + " of " + layout);
                used.add(term.get().id());
            }
        }
        var terms =
                GLOSSARY.terms().stream()
                        .filter(term -> !isOneOf(term.kind(), Term.Kind.WORD, Term.Kind.EVENT))
                        .filter(term -> term.kind() != Term.Kind.STAT)
                        .map(Term::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(terms, used);
    }

    @Test
    void meaningsAreShortSentences() {
        for (Term term : GLOSSARY.terms()) {
            assertTrue(term.meaning().endsWith("."), term.id());
            assertTrue(term.meaning().length() <= 220, term.id() + " is too long");
            assertFalse(term.meaning().contains("  "), term.id());
        }
    }

    @Test
    void whatTheKernelDoesIsFoundInAFileOfIt() {
        for (Term term : GLOSSARY.terms()) {
            if (!term.kernel().isEmpty() || !term.function().isEmpty()) {
                assertTrue(
                        term.file().matches("(arch/x86|virt|include)/\\S+\\.[ch]"),
                        term.id() + ": " + term.file());
            }
        }
        assertEquals(
                "mmu_set_spte, arch/x86/kvm/mmu/mmu.c, v6.1",
                GLOSSARY.event("SpteSet").orElseThrow().source());
    }

    @Test
    void everyOmissionSaysWhatItMeans() {
        assertFalse(GLOSSARY.omissions().isEmpty());
        for (Omission omission : GLOSSARY.omissions()) {
            assertTrue(omission.kernel().endsWith("."), omission.title());
            assertTrue(omission.reader().endsWith("."), omission.title());
        }
    }

    private static Set<String> names(Term.Kind kind) {
        return GLOSSARY.terms(kind).stream()
                .map(Term::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> eventNames(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type ->
                        type.isRecord()
                                ? Stream.of(type.getSimpleName())
                                : eventNames(type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Layout> layouts() {
        var found = new ArrayList<Layout>();
        for (Class<?> owner : OWNERS_OF_LAYOUTS) {
            for (Field field : owner.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == Layout.class) {
                    found.add(read(field));
                }
            }
        }
        return found;
    }

    private static Layout read(Field field) {
        try {
            return (Layout) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is public", e);
        }
    }

    private static boolean isOneOf(Term.Kind kind, Term.Kind... kinds) {
        return List.of(kinds).contains(kind);
    }
}
