package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.diagram.bits.BitsPicture;
import shadewalk.diagram.seen.Pictures;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.play.Stretch;
import shadewalk.lesson.play.Unresolved;
import shadewalk.read.Aim;
import shadewalk.read.BitFlip;
import shadewalk.read.EntryPair;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.Moment;
import shadewalk.read.Picture;
import shadewalk.read.Reach;
import shadewalk.read.ShadowStep;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.read.View;
import shadewalk.read.WhatIf;
import shadewalk.read.ask.Answers;
import shadewalk.read.ask.WriteAnswer;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// What a question is about: words of the command line, looked up at a moment. A thing may be
/// written by its id, as the pictures write it, or in a lesson by an expression of lessons; an
/// address as a number or in a lesson by its name.
///
/// @param lesson the stop of the lesson, if it is one
record Asked(Slide slide, Optional<Stretch> lesson, String words) {

    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,16}");

    private Moment moment() {
        return slide.view().moment();
    }

    private State state() {
        return moment().state();
    }

    Answers answers() {
        return new Answers(moment());
    }

    /// The answer about the thing that is meant.
    List<String> known(Function<Thing, Optional<List<String>>> question) throws Refused {
        return question.apply(thing()).orElseThrow(this::absent);
    }

    private Refused absent() {
        return Refused.words(COMMANDS.get("asked.absent", words));
    }

    /// Which shadow entries a write touches.
    ///
    /// @param physical whether a number is a guest physical address
    /// @param size bytes; nothing for those of an entry
    List<String> touches(boolean physical, Optional<Integer> size) throws Refused {
        int bytes = size.orElse(Math.max(4, state().cpu().registers().mode().entryBytes()));
        Optional<Long> number = number();
        if (number.isPresent()) {
            return physical
                    ? WriteAnswer.of(state(), new Gpa(number.get()), bytes)
                    : WriteAnswer.of(state(), new Gva(number.get()), bytes);
        }
        Gpa at = WriteAnswer.place(state(), thing()).orElseThrow(this::absent);
        return WriteAnswer.of(state(), at, bytes);
    }

    /// The twin walk of an address, or of the lowest that leads to a thing.
    List<String> walk() throws Refused {
        Optional<Long> number = number();
        Gva gva =
                number.isPresent()
                        ? new Gva(number.get())
                        : Reach.of(state(), thing())
                                .map(Reach::gva)
                                .orElseThrow(
                                        () -> Refused.words(COMMANDS.get("asked.no-way", words)));
        return picture(bare().in(Picture.WALK).at(Aim.at(gva)));
    }

    /// An entry bit by bit, with what became of each.
    List<String> bits() throws Refused {
        Thing entry = thing().place().orElseThrow(this::absent);
        return picture(bare().in(Picture.BITS).selecting(entry.id()));
    }

    /// What is seen, without what an author says of it.
    private View bare() {
        return slide.view().selecting("").noting(List.of());
    }

    private static List<String> picture(View view) {
        return Pictures.draw(view).plain();
    }

    /// What would be if a bit of a guest's entry were the other way.
    List<String> whatIf() throws Refused {
        if (!(thing() instanceof Thing.Bits bits)) {
            throw Refused.words(COMMANDS.get("asked.no-bit", words));
        }
        EntryPair pair = EntryPair.of(state(), slide.view().address(), bits.entry());
        Field bit =
                Optional.ofNullable(pair.guest())
                        .filter(step -> step.thing().equals(bits.entry()))
                        .flatMap(step ->
                                step.layout().fields().stream()
                                        .filter(f -> f.high() == bits.high())
                                        .filter(f -> f.low() == bits.low() && f.width() == 1)
                                        .findFirst())
                        .orElseThrow(() -> Refused.words(COMMANDS.get("asked.no-bit", words)));
        WhatIf then =
                new BitFlip(slide.play().get().machine(), moment().timeline(), moment().position())
                        .of(pair, bit, moment().story(pair.walk().gva()).access())
                        .orElseThrow(() -> Refused.words(COMMANDS.get("asked.no-branch", words)));
        return BitsPicture.of(then, Set.of(), Telling.ALL).plain();
    }

    /// The thing that is meant.
    private Thing thing() throws Refused {
        Optional<Thing> typed = ThingIds.typed(words).or(this::field);
        if (typed.isPresent()) {
            return typed.get();
        }
        if (lesson.isEmpty()) {
            throw Refused.words(COMMANDS.get("asked.no-thing", words));
        }
        try {
            return lesson.get().thing(words);
        } catch (Unresolved why) {
            throw Refused.words(
                    COMMANDS.get("asked.no-thing.lesson", words, String.valueOf(why.getMessage())));
        }
    }

    /// A field by its name behind its entry: `gfn5/e1 R/W`.
    private Optional<Thing> field() {
        int gap = words.lastIndexOf(' ');
        return gap < 0
                ? Optional.empty()
                : ThingIds.typed(words.substring(0, gap))
                        .flatMap(Thing::place)
                        .flatMap(entry -> field(entry, words.substring(gap + 1)));
    }

    private Optional<Thing> field(Thing.Place entry, String name) {
        return layout(entry).stream()
                .flatMap(layout -> layout.fields().stream())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst()
                .map(field -> new Thing.Bits(entry, field.high(), field.low()));
    }

    private Optional<Layout> layout(Thing.Place entry) {
        return switch (entry) {
            case Thing.GuestEntry e ->
                    GuestTables.readings(state(), e).stream().findFirst().map(GuestStep::layout);
            case Thing.ShadowEntry(var at) ->
                    state().shadow().exists(at.page())
                            ? Optional.of(ShadowStep.of(state(), at).layout())
                            : Optional.empty();
            case Thing.RootEntry(var index) ->
                    Optional.of(ShadowStep.ofPaeRoot(state(), index).layout());
            case Thing.GuestTable _, Thing.ShadowTable _, Thing.PaeRoot _ -> Optional.empty();
        };
    }

    /// A number, or a lesson's name for one.
    private Optional<Long> number() {
        if (NUMBER.matcher(words).matches()) {
            return Optional.of(Hex.parse(words));
        }
        if (lesson.isEmpty() || ThingIds.typed(words).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(lesson.get().address(words));
        } catch (Unresolved _) {
            return Optional.empty(); // then it may be a thing
        }
    }
}
