package shadewalk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import shadewalk.glossary.Term;
import shadewalk.lesson.Stop;
import shadewalk.read.Family;
import shadewalk.read.TableMap;
import shadewalk.read.Thing;
import shadewalk.text.Texts;
import shadewalk.ui.action.Action;
import shadewalk.ui.action.ActionGroup;
import shadewalk.ui.action.Actions;
import shadewalk.ui.command.Command;
import shadewalk.ui.command.Command.Kind;
import shadewalk.ui.lesson.Shelf;
import shadewalk.ui.lesson.Stand;
import shadewalk.ui.picture.AddressField;

/// All that the palette leads to: the actions, the lessons and their steps, the words of the
/// glossary, the tables that there are now, and any address or thing that is typed.
final class Commands {

    private static final Pattern SHORT = Pattern.compile("(?![0][xX])[0-9a-fA-F]{1,4}|[a-fA-F]+");

    private final Workspace workspace;
    private final Actions actions;
    private final AddressField address;
    private final Consumer<Term> explain;
    private final Texts texts;

    /// @param address goes to an address or a thing
    /// @param explain shows a term of the glossary
    Commands(Workspace workspace, Actions actions, AddressField address, Consumer<Term> explain) {
        this.workspace = workspace;
        this.actions = actions;
        this.address = address;
        this.explain = explain;
        this.texts = workspace.texts();
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>();
        for (ActionGroup group : actions.groups()) {
            group.actions().forEach(action -> all.add(action(group, action)));
        }
        List<Shelf.Entry> lessons = workspace.shelf().entries();
        for (int i = 0; i < lessons.size(); i++) {
            all.add(lesson(i + 1, lessons.get(i)));
        }
        workspace.lesson().stand().ifPresent(now -> steps(now, all));
        lessons.stream()
                .filter(entry -> !entry.file().equals(workspace.lessonName()))
                .forEach(entry -> steps(entry, all));
        workspace.glossary().terms().forEach(term -> all.add(term(term)));
        tables().forEach(table -> all.add(thing(table.id(), texts.get("palette.table"))));
        return all;
    }

    private Command action(ActionGroup group, Action action) {
        boolean on = action.chosen().filter(chosen -> chosen.get()).isPresent();
        String menu = texts.get("menu." + group.id());
        return new Command(
                Kind.ACTION,
                texts.get("action." + action.id()),
                on ? texts.get("palette.on", menu) : menu,
                action.key().map(KeyCombination::getDisplayText).orElse(""),
                action.enabled().get()
                        ? Optional.empty()
                        : Optional.of(texts.get("why." + action.id())),
                action::run);
    }

    private Command lesson(int number, Shelf.Entry lesson) {
        return new Command(
                Kind.LESSON,
                lesson.title(),
                texts.get("palette.lesson", number),
                "",
                Optional.empty(),
                () -> workspace.openLesson(lesson.file()));
    }

    /// The steps of the lesson that is open; a question locks those behind it.
    private void steps(Stand now, List<Command> all) {
        List<Stop> stops = now.lesson().lesson().stops();
        String lesson = now.lesson().lesson().title();
        for (int i = 0; i < now.lesson().size(); i++) {
            int step = i;
            all.add(
                    step(
                            stops.get(i).title(),
                            i,
                            lesson,
                            i > now.limit() ? texts.get("why.scene") : "",
                            () -> workspace.lesson().go(step)));
        }
    }

    /// The steps of another lesson, which opens there or as near to it as its questions allow.
    private void steps(Shelf.Entry lesson, List<Command> all) {
        List<String> titles = lesson.steps();
        for (int i = 0; i < titles.size(); i++) {
            int step = i;
            all.add(
                    step(
                            titles.get(i),
                            i,
                            lesson.title(),
                            "",
                            () -> workspace.openLesson(lesson.file(), step)));
        }
    }

    private Command step(String title, int step, String lesson, String whyNot, Runnable go) {
        return new Command(
                Kind.STEP,
                title,
                texts.get("palette.step", step + 1, lesson),
                "",
                Optional.of(whyNot).filter(why -> !why.isEmpty()),
                go);
    }

    private Command term(Term term) {
        return new Command(
                Kind.TERM,
                term.word(),
                term.function().isEmpty() ? term.kernel() : term.function(),
                "",
                Optional.empty(),
                () -> explain.accept(term));
    }

    /// The guest's tables and the shadow pages, as the Tables view shows them.
    private Stream<Thing> tables() {
        return TableMap.of(workspace.session().state()).values().stream()
                .flatMap(List::stream)
                .flatMap(Commands::tables)
                .distinct();
    }

    private static Stream<Thing> tables(Family family) {
        Stream<Thing> shadows =
                family.pages().stream().map(page -> new Thing.ShadowTable(page.id()));
        return family.key().direct()
                ? shadows
                : Stream.concat(Stream.of(new Thing.GuestTable(family.key().gfn())), shadows);
    }

    /// What a typed address, table or entry leads to. A short word such as *add* or *64* is not
    /// taken for an address: those begin with 0x or are long.
    Optional<Command> typed(String text) {
        return Optional.of(text.strip())
                .filter(written -> !SHORT.matcher(written).matches())
                .flatMap(address::meaning)
                .map(meaning -> thing(text.strip(), texts.get("palette." + meaning)));
    }

    /// An open question locks them all, since the walk of another address could answer it.
    private Command thing(String written, String what) {
        return new Command(
                Kind.THING,
                written,
                what,
                "",
                address.isDisabled() ? Optional.of(texts.get("why.address")) : Optional.empty(),
                () -> address.go(written));
    }
}
