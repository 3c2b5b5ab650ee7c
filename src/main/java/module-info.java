/// Shadewalk makes KVM shadow paging visible. `Main` is the door; the packages stand in the order
/// in which a run flows through them: bits, x86, state, mmu, scenario, trace, lesson, diagram,
/// export, and last the two faces, ui and cli.
module shadewalk {
    requires static org.jspecify;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires com.google.gson;
    requires info.picocli;
    requires org.commonmark;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.fontbox;
    // What PDFBox logs with; as a jar without a description it cannot say so itself.
    requires org.apache.commons.logging;
    requires java.desktop;

    // JavaFX makes the application object itself.
    exports shadewalk.ui to
            javafx.graphics;

    // Gson fills what the glossary is read into.
    opens shadewalk.glossary to
            com.google.gson;

    // Gson fills what files are read into.
    opens shadewalk.lesson to
            com.google.gson;
    opens shadewalk.lesson.file to
            com.google.gson;
    opens shadewalk.lesson.homework to
            com.google.gson;
    opens shadewalk.lesson.play to
            com.google.gson;
    opens shadewalk.lesson.progress to
            com.google.gson;
    opens shadewalk.lesson.session to
            com.google.gson;
    opens shadewalk.lesson.settings to
            com.google.gson;

    // picocli fills the fields of the commands.
    opens shadewalk.cli to
            info.picocli;
}
