package shadewalk.manuals;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import shadewalk.manuals.Book.Access;
import shadewalk.manuals.Book.Answer;
import shadewalk.manuals.Book.Paging;
import shadewalk.manuals.Book.Use;

class BookTest {

    @Test
    void aSecondReadingSharesNothingWithTheFirst() {
        noClasses()
                .that()
                .resideInAPackage("shadewalk.manuals")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("shadewalk..")
                                .and(DescribedPredicate.not(resideInAPackage("shadewalk.manuals"))))
                .because("a mistake that both share would never be seen")
                .check(
                        new ClassFileImporter()
                                .importPath(
                                        Path.of("target", "test-classes", "shadewalk", "manuals")));
    }

    /// SDM volume 3A, table 4-4, with 40 address bits: bits 20:13 of the entry are 39:32.
    @Test
    void aFourMegabytePageMayLieAboveFourGigabytes() {
        assertEquals(
                new Answer.Reached(
                        0xff_00c0_0123L, true, List.of(new Book.Entry(0x1004, 0xdf_e0a3))),
                book(0xdf_e083L, 40).of(new Access(0x40_0123, Use.READ, false, false)));
        assertEquals(
                new Answer.Fault(9),
                book(0xdf_e083L, 39).of(new Access(0x40_0123, Use.READ, false, false)));
    }

    private static Book book(long pde, int width) {
        return new Book(
                Paging.BITS_32,
                (_, _) -> pde,
                0x1000,
                List.of(),
                true,
                true,
                false,
                false,
                false,
                width,
                width,
                true);
    }
}
