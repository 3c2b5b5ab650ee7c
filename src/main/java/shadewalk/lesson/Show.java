package shadewalk.lesson;

import java.util.List;
import shadewalk.read.Picture;

/// What the window shows at a stop. Things are named by expressions of [Moment#spot].
///
/// @param address the address on the ruler; empty to keep the one before
/// @param select what is selected everywhere; empty for nothing
/// @param deal the address up to which the quadrants are dealt out; empty for the whole map
/// @param zoom percent, 0 to fit
/// @param alt the picture in words, for those who do not see it
public record Show(
        Picture view,
        String address,
        String select,
        String deal,
        int zoom,
        List<Callout> callouts,
        String alt) {

    public Show {
        callouts = List.copyOf(callouts);
    }

    /// A few words beside a thing.
    ///
    /// @param at the thing, `spte pte here`
    public record Callout(String at, String text) {}
}
