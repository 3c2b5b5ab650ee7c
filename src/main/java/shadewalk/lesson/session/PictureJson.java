package shadewalk.lesson.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.Show;
import shadewalk.lesson.json.Marks.Called;
import shadewalk.lesson.json.Marks.Choice;
import shadewalk.lesson.json.Marks.Many;
import shadewalk.lesson.json.Marks.May;
import shadewalk.lesson.json.Marks.Must;
import shadewalk.lesson.json.Marks.Text;
import shadewalk.lesson.json.Marks.Unsigned;
import shadewalk.lesson.json.Marks.Whole;
import shadewalk.read.Aim;
import shadewalk.read.Note;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.x86.Gva;

/// The picture that carries a session, as it stands in the file: what of a [View] is in no other
/// part of it, and its [Framing]. Lengths are whole hundredths, so that reading and writing never
/// change them.
@Called("a picture")
record PictureJson(
        @Must("what it is about.") @Unsigned long address,
        @Must("words in it.") @Many(max = 50) List<Beside> notes,
        @Must("the line beneath it.") @Text(min = 0, max = MAX_WORDS) String caption,
        @Must("its colours.") @Choice({"light", "dark", "print"}) String theme,
        @Must("hundredths of a pixel to a unit.") @Whole(min = 0, max = MOST) long scale,
        @Must("whether the selection is marked.") boolean outlined,
        @Must(
                        """
                        left, top, width and height of the part that is kept, in hundredths of a \
                        unit; empty for all.\
                        """)
                @Many(max = 4)
                List<@Whole(min = 0, max = MOST) Long> crop,
        @May("whether the quadrants are dealt out only up to the address.") boolean dealing,
        @May("the sizes that are tried.") Show.@Nullable Sizes sizes,
        @May("the parts that are on stage; all if left out.") @Many(max = 20) List<OnStage> stage) {

    private static final int MAX_WORDS = 20_000;
    private static final int MOST = 100_000_000;
    private static final double HUNDRED = 100;

    /// A [Note].
    @Called("a note")
    record Beside(
            @Must("the id of the thing it stands beside.")
                    @Text(min = 0, max = SessionFormat.MAX_NAME)
                    String at,
            @Must("what it says.") @Text(min = 0, max = MAX_WORDS) String text) {}

    static PictureJson of(View view, Framing framing) {
        return new PictureJson(
                view.address().raw(),
                view.notes().stream().map(note -> new Beside(note.at(), note.words())).toList(),
                framing.caption().orElse(""),
                framing.theme(),
                Math.round(framing.scale() * HUNDRED),
                framing.outlined(),
                framing.crop().stream().map(length -> Math.round(length * HUNDRED)).toList(),
                view.aim().dealing() && view.picture() == Picture.QUADRANTS,
                view.sizes().map(Show.Sizes::of).orElse(null),
                view.stage().equals(OnStage.ALL)
                        ? List.of()
                        : view.stage().stream().sorted().toList());
    }

    /// What is seen in it.
    View view(View plain) {
        Gva about = new Gva(address);
        View seen =
                plain.at(dealing ? Aim.dealtTo(about) : Aim.at(about))
                        .noting(
                                notes.stream()
                                        .map(each -> new Note(each.at(), each.text()))
                                        .toList());
        View sized = sizes == null ? seen : seen.sized(sizes.tables());
        return stage.isEmpty() ? sized : sized.staged(Set.copyOf(stage));
    }

    /// How it was taken.
    Framing framing() {
        return new Framing(
                theme,
                scale / HUNDRED,
                outlined,
                Optional.of(caption),
                crop.stream().map(length -> length / HUNDRED).toList(),
                List.of(),
                true);
    }
}
