package shadewalk.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shadewalk.scenario.Timeline;
import shadewalk.x86.Gva;

/// What is seen: of which moment of which run, in which picture, and what stands out in it. A step
/// of a lesson, free play, a session file, a command, a page and the window each make one, and each
/// is drawn in the same way.
///
/// @param aim the address it is about
/// @param selected the id of the thing that is selected, or empty
/// @param notes words beside things
/// @param masks the families of masks that lie over the bits
/// @param tried the bit that is tried the other way round
/// @param sizes those of tables and entries that are tried instead of the run's own
/// @param stage the parts of pictures and window that are on stage
/// @param telling what may be said of it while a question is open, or not
public record View(
        Picture picture,
        Moment moment,
        Aim aim,
        String selected,
        List<Note> notes,
        Set<Mask.Family> masks,
        Optional<WhatIf> tried,
        Optional<TableSizes> sizes,
        Set<OnStage> stage,
        Telling telling) {

    public View {
        notes = List.copyOf(notes);
        masks = Set.copyOf(masks);
        stage = Set.copyOf(stage);
    }

    /// A picture of a moment, with nothing that stands out.
    public static View of(Picture picture, Moment moment, Gva address) {
        return new View(
                picture,
                moment,
                Aim.at(address),
                "",
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                OnStage.ALL,
                Telling.ALL);
    }

    /// A picture of what happens at a position of a run.
    ///
    /// @param usual the address to show where no event has named one
    public static View of(Picture picture, Timeline timeline, int position, Gva usual) {
        Moment moment = Moment.of(timeline, position);
        return of(picture, moment, moment.address(usual));
    }

    /// The address it is about.
    public Gva address() {
        return aim.gva();
    }

    /// The same in another picture.
    public View in(Picture other) {
        return new View(other, moment, aim, selected, notes, masks, tried, sizes, stage, telling);
    }

    /// The same of another address.
    public View at(Aim other) {
        return new View(
                picture, moment, other, selected, notes, masks, tried, sizes, stage, telling);
    }

    /// The same with another thing selected.
    public View selecting(String id) {
        return new View(picture, moment, aim, id, notes, masks, tried, sizes, stage, telling);
    }

    /// The same with other words beside things.
    public View noting(List<Note> words) {
        return new View(picture, moment, aim, selected, words, masks, tried, sizes, stage, telling);
    }

    /// The same for tables and entries of other sizes.
    public View sized(TableSizes others) {
        return new View(
                picture,
                moment,
                aim,
                selected,
                notes,
                masks,
                tried,
                Optional.of(others),
                stage,
                telling);
    }

    /// The same with only some parts on stage.
    public View staged(Set<OnStage> parts) {
        return new View(picture, moment, aim, selected, notes, masks, tried, sizes, parts, telling);
    }

    /// The same while its question is open.
    public View asked() {
        Telling open = Telling.whileAsked(picture);
        return new View(picture, moment, aim, selected, notes, masks, tried, sizes, stage, open);
    }

    /// The quadrants dealt out up to an address, which no words of the moment are about.
    public View dealtTo(Gva cursor) {
        return in(Picture.QUADRANTS).at(Aim.dealtTo(cursor)).selecting("").noting(List.of());
    }

    /// Whether a question is open.
    public boolean isAsked() {
        return !telling.all();
    }

    /// What a picture may draw of it.
    public Seen seen() {
        return new Seen(
                moment.state(),
                moment.story(aim.gva()),
                aim,
                ThingIds.around(selected),
                masks,
                tried,
                sizes.orElseGet(() -> TableSizes.of(moment.state())),
                stage,
                telling);
    }
}
