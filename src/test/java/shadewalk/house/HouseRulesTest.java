package shadewalk.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shadewalk.lesson.json.Marks;
import shadewalk.read.Moment;
import shadewalk.read.Picture;
import shadewalk.read.Telling;
import shadewalk.read.View;
import shadewalk.scenario.FreePlay;
import shadewalk.scenario.Timeline;
import shadewalk.state.ShadowPage;
import shadewalk.x86.PagingMode;

/// The rules of the house. A rule that is broken prints its reason.
class HouseRulesTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    /// A room, and the rooms it may look into besides itself.
    private record Room(String name, List<String> sees) {
        Room(String name, String... sees) {
            this(name, List.of(sees));
        }
    }

    private static final List<Room> ROOMS =
            List.of(
                    new Room("bits", "text"),
                    new Room("glossary"),
                    new Room("text"),
                    new Room("x86", "text", "bits"),
                    new Room("state", "text", "x86", "bits"),
                    new Room("mmu", "text", "state", "x86", "bits"),
                    new Room("cpu", "text", "mmu", "state", "x86", "bits"),
                    new Room("scenario", "text", "cpu", "mmu", "state", "x86", "bits"),
                    new Room("trace", "text", "read", "scenario", "mmu", "state", "x86", "bits"),
                    new Room("read", "text", "scenario", "mmu", "state", "x86", "bits"),
                    new Room(
                            "lesson",
                            "text",
                            "read",
                            "scenario",
                            "glossary",
                            "mmu",
                            "state",
                            "x86",
                            "bits"),
                    new Room("diagram", "text", "read", "scenario", "state", "x86", "bits"),
                    new Room(
                            "export",
                            "text",
                            "diagram",
                            "read",
                            "lesson",
                            "glossary",
                            "trace",
                            "scenario",
                            "state",
                            "x86",
                            "bits"),
                    new Room(
                            "ui",
                            "text",
                            "lesson",
                            "glossary",
                            "trace",
                            "scenario",
                            "mmu",
                            "state",
                            "x86",
                            "bits",
                            "read",
                            "diagram",
                            "export"),
                    new Room(
                            "cli",
                            "text",
                            "lesson",
                            "glossary",
                            "trace",
                            "scenario",
                            "mmu",
                            "state",
                            "x86",
                            "bits",
                            "read",
                            "diagram",
                            "export"));

    /// A library, its packages, and the rooms that may use it.
    private record Library(String packages, List<String> rooms, String because) {}

    private static final List<Library> LIBRARIES =
            List.of(
                    new Library(
                            "javafx..",
                            List.of("ui"),
                            "everything but the window must run and be tested without a screen"),
                    new Library(
                            "org.controlsfx..",
                            List.of("ui"),
                            "it is a part of the window's toolkit"),
                    new Library(
                            "atlantafx..", List.of("ui"), "it is a part of the window's toolkit"),
                    new Library(
                            "org.kordamp.ikonli..",
                            List.of("ui"),
                            "it is a part of the window's toolkit"),
                    new Library(
                            "java.awt..",
                            List.of("export"),
                            "Java2D is one way to write a picture, and pictures are written in one room"),
                    new Library(
                            "org.apache..",
                            List.of("export"),
                            "PDFBox is one way to write a picture"),
                    new Library(
                            "com.google.gson..",
                            List.of("lesson", "glossary", "export"),
                            "JSON is how some files are written, nothing the engine knows about"),
                    new Library(
                            "picocli..",
                            List.of("cli"),
                            "the words of the command line are one way in, not part of the model"));

    @TestFactory
    Stream<DynamicTest> roomsLookOnlyDownTheFlow() {
        return ROOMS.stream().map(room -> test(looksOnlyAt(room)));
    }

    @TestFactory
    Stream<DynamicTest> librariesStayInTheirRooms() {
        return LIBRARIES.stream().map(library -> test(staysIn(library)));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("shadewalk.(**)")
                .should()
                .beFreeOfCycles()
                .because("a room that cannot be read without its neighbour is not a room")
                .check(HOUSE);
    }

    @Test
    void theDoorIsImportedByNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("shadewalk")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("shadewalk")
                .because("Main starts the others and nothing starts Main")
                .check(HOUSE);
    }

    @Test
    void everyRoomIsOnThePlan() {
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(
                                        Stream.of("shadewalk", ""),
                                        ROOMS.stream().map(HouseRulesTest::tree))
                                .toArray(String[]::new))
                .because("a new room needs its line in the plan, with what it may look into")
                .check(HOUSE);
    }

    @Test
    void aPictureGetsWhatIsSeenAndNothingElse() {
        noClasses()
                .that()
                .resideInAPackage("shadewalk.diagram..")
                .and()
                .resideOutsideOfPackage("shadewalk.diagram.seen")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(View.class, Moment.class, Timeline.class, FreePlay.class)
                .orShould()
                .accessField(Telling.class, "ALL")
                .orShould()
                .callMethod(Telling.class, "whileAsked", Picture.class)
                .orShould()
                .callConstructor(Telling.class, Optional.class)
                .because("what a question withholds is withheld in one place, in Seen")
                .check(HOUSE);
    }

    /// The class path does not miss it, the program as a module does.
    @Test
    void whatGsonFillsIsOpenedToIt() throws IOException {
        String module = Files.readString(Path.of("src/main/java/module-info.java"));
        List<String> closed =
                HOUSE.stream()
                        .filter(type -> type.isAnnotatedWith(Marks.Called.class))
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .filter(room -> !module.contains("opens " + room + " to"))
                        .toList();
        assertEquals(List.of(), closed);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("shadewalk", "shadewalk.cli..")
                .should()
                .accessFieldWhere(isStandardStream())
                .because("what a room has to say is a value that the window can show as well")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void onlyTheEngineAndTheReadingFollowATableEntry() {
        noClasses()
                .that()
                .resideOutsideOfPackages(tree("x86"), tree("state"), tree("mmu"), tree("read"))
                .should()
                .callMethodWhere(followsAnEntry())
                .because(
                        "a second walker drifts from the first; GuestWalk, ShadowWalk and their"
                                + " steps say where an entry leads")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> followsAnEntry() {
        return DescribedPredicate.describe(
                "what an entry names",
                access ->
                        access.getTargetOwner().isEquivalentTo(ShadowPage.class)
                                        && access.getName().equals("childOf")
                                || access.getTargetOwner().isEquivalentTo(PagingMode.class)
                                        && List.of("base", "isLast", "translate")
                                                .contains(access.getName()));
    }

    private static ArchRule looksOnlyAt(Room room) {
        var allowed =
                Stream.concat(Stream.of(room.name()), room.sees().stream())
                        .map(HouseRulesTest::tree)
                        .toArray(String[]::new);
        var forbidden =
                resideInAPackage("shadewalk..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                        .as("other rooms than " + Arrays.toString(allowed));
        return noClasses()
                .that()
                .resideInAPackage(tree(room))
                .should()
                .dependOnClassesThat(forbidden)
                .because("a run flows one way through the house, and so do the imports")
                .allowEmptyShould(true);
    }

    private static ArchRule staysIn(Library library) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(mayUse(library))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library.packages())
                .because(library.because())
                .allowEmptyShould(true);
    }

    /// `Main` hands the window to JavaFX, and so may name the toolkit.
    private static String[] mayUse(Library library) {
        var rooms = library.rooms().stream().map(HouseRulesTest::tree);
        var door = library.rooms().contains("ui") ? Stream.of("shadewalk") : Stream.<String>empty();
        return Stream.concat(door, rooms).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> isStandardStream() {
        return DescribedPredicate.describe(
                "System.out or System.err",
                access ->
                        access.getTargetOwner().isEquivalentTo(System.class)
                                && List.of("out", "err").contains(access.getName()));
    }

    private static DynamicTest test(ArchRule rule) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE));
    }

    private static String tree(Room room) {
        return tree(room.name());
    }

    private static String tree(String room) {
        return "shadewalk." + room + "..";
    }
}
