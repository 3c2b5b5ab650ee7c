package shadewalk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a person reads stands in `resources/text`, and not in the code.
class PhrasesOutsideTest {

    private static final Path CODE = Path.of("src", "main", "java", "shadewalk");

    /// Two words with a space or a value between them.
    private static final Pattern PHRASE =
            Pattern.compile("[A-Za-z]{2,}['’s]*[,.:;]? (%[a-z],? )?[A-Za-z(]{2,}");

    /// Elements and attributes of a file, which are read by programs: `button type=submit`.
    private static final Pattern MARKUP = Pattern.compile("\\S+( [A-Za-z-]+=\\S*)+");

    /// Errors of a programmer, which no user is to see.
    private static final Pattern PROGRAMMERS =
            Pattern.compile(
                    ".*(IllegalArgument|IllegalState|Assertion|UncheckedIO|NullPointer|IndexOutOfBounds"
                            + "|Arithmetic|NoSuchElement|UnsupportedOperation|MissingResource).*");

    /// Files whose phrases nobody reads, or that speak another language than ours, and why.
    private static final Map<String, String> FOR_GOOD =
            Map.ofEntries(
                    Map.entry("bits/Layout.java", "a programmer's error"),
                    Map.entry("diagram/Face.java", "names of fonts"),
                    Map.entry("export/PngWriter.java", "a broken Java"),
                    Map.entry("export/SvgWriter.java", "SVG"),
                    Map.entry("export/TikzWriter.java", "TeX"),
                    Map.entry("export/page/Handout.java", "HTML"),
                    Map.entry("export/page/Printed.java", "HTML"),
                    Map.entry("glossary/Term.java", "a programmer's error"),
                    Map.entry("lesson/Blueprint.java", "flags, as a lesson file has them"),
                    Map.entry("lesson/BundledLessons.java", "a programmer's error"),
                    Map.entry("lesson/author/Skeleton.java", "flags, as a lesson file has them"),
                    Map.entry("lesson/json/JsonText.java", "what Gson says, to be understood"),
                    Map.entry("lesson/play/AgentPlace.java", "flags, as a lesson file has them"),
                    Map.entry(
                            "lesson/play/Expressions.java",
                            "expressions, as a lesson file has them"),
                    Map.entry("cpu/LastExit.java", "the recorder's words"),
                    Map.entry("scenario/MachineStatements.java", "forms of statements"),
                    Map.entry("scenario/Runner.java", "the recorder's words"),
                    Map.entry("scenario/SlotStatement.java", "the form of a statement"),
                    Map.entry("scenario/StepStatement.java", "forms of statements"),
                    Map.entry("scenario/Step.java", "the kernel's trace"),
                    Map.entry("read/tell/TraceWords.java", "the kernel's trace"),
                    Map.entry("trace/HostNames.java", "the kernel's trace"),
                    Map.entry("trace/MarkerWords.java", "the kernel's trace"),
                    Map.entry("trace/TraceWriter.java", "the kernel's trace"),
                    Map.entry("state/Spte.java", "names of entries"),
                    Map.entry("ui/WindowActions.java", "names of keys, as JavaFX has them"),
                    Map.entry("lesson/settings/Home.java", "a folder of macOS"),
                    Map.entry("ui/theme/Fonts.java", "the name of a font"),
                    Map.entry("x86/GuestEntry.java", "names of entries, as the manuals have them"),
                    Map.entry("x86/PageFault.java", "the name of a word"));

    @Test
    void phrasesStandInBundles() throws IOException {
        Set<String> shown = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = CODE.relativize(file).toString().replace('\\', '/');
                if (FOR_GOOD.containsKey(name)) {
                    continue;
                }
                phrases(file).forEach(phrase -> shown.add(name + ": " + phrase));
            }
        }
        assertEquals(Set.of(), shown);
    }

    private static List<String> phrases(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> phrases = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null, files, null, null, null, files.getJavaFileObjects(file));
            for (CompilationUnitTree unit : task.parse()) {
                new Finder(phrases).scan(unit, null);
            }
        }
        return phrases;
    }

    private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final List<String> phrases;

        Finder(List<String> phrases) {
            this.phrases = phrases;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            boolean aside =
                    tree instanceof AnnotationTree
                            || tree instanceof NewClassTree made
                                    && PROGRAMMERS
                                            .matcher(made.getIdentifier().toString())
                                            .matches();
            return aside ? null : super.scan(tree, null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String words
                    && PHRASE.matcher(words).find()
                    && !MARKUP.matcher(words).matches()) {
                phrases.add(words);
            }
            return null;
        }
    }
}
