package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.session.Framing;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.x86.Gva;

/// How pictures are to be taken.
final class PictureOptions {

    /// The themes.
    enum Theme {
        LIGHT,
        DARK,
        PRINT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--view", paramLabel = "VIEW")
    private @Nullable Picture view;

    @Option(names = "--deal", paramLabel = "ADDRESS", converter = AddressReader.class)
    private @Nullable Gva deal;

    @Option(names = "--theme", paramLabel = "THEME")
    private @Nullable Theme theme;

    @Option(names = "--scale", paramLabel = "N")
    private @Nullable Double scale;

    @Option(names = "--crop", paramLabel = "ID", split = ",")
    private List<String> crop = List.of();

    @Option(names = "--caption", paramLabel = "TEXT")
    private @Nullable String caption;

    @Option(names = "--no-caption")
    private boolean bare;

    @Option(names = "--no-callouts")
    private boolean silent;

    @Option(names = "--no-highlight")
    private boolean plain;

    @Option(names = "--no-session")
    private boolean empty;

    @Option(names = "--asked")
    private boolean asked;

    /// What pictures are taken of, as these options want it seen.
    List<Slide> looked(List<Slide> slides) {
        return slides.stream().map(slide -> slide.showing(looked(slide.view()))).toList();
    }

    private View looked(View shown) {
        View dealt = deal == null ? shown : shown.dealtTo(deal);
        View told = asked ? dealt.asked() : dealt;
        View wanted = view == null ? told : told.in(view);
        return silent ? wanted.noting(List.of()) : wanted;
    }

    /// What is wrong with them, as a sentence.
    Optional<String> problem() {
        if (deal != null && view != null && view != Picture.QUADRANTS) {
            return Optional.of(COMMANDS.get("picture-options.deal-for-quadrants"));
        }
        return scale != null && !(scale >= 1 && scale <= 4)
                ? Optional.of(COMMANDS.get("picture-options.scale-choose-1", scale))
                : Optional.empty();
    }

    /// The first option that was given, if one was: none of them means anything for data.
    Optional<String> given() {
        if (view != null) {
            return Optional.of("--view");
        }
        if (deal != null) {
            return Optional.of("--deal");
        }
        if (theme != null) {
            return Optional.of("--theme");
        }
        if (scale != null) {
            return Optional.of("--scale");
        }
        if (!crop.isEmpty()) {
            return Optional.of("--crop");
        }
        if (caption != null || bare) {
            return Optional.of(bare ? "--no-caption" : "--caption");
        }
        if (silent || plain) {
            return Optional.of(silent ? "--no-callouts" : "--no-highlight");
        }
        if (asked) {
            return Optional.of("--asked");
        }
        return empty ? Optional.of("--no-session") : Optional.empty();
    }

    /// The framing that these options make of what is usual.
    Framing over(Framing usual) {
        Optional<String> line = bare ? Optional.of("") : Optional.ofNullable(caption);
        return new Framing(
                theme == null ? usual.theme() : theme.word(),
                scale == null ? usual.scale() : scale,
                usual.outlined() && !plain,
                line.or(usual::caption),
                crop.isEmpty() ? usual.crop() : List.of(),
                crop,
                usual.carry() && !empty);
    }
}
