package shadewalk.read;

import java.util.List;
import shadewalk.state.ShadowPage;
import shadewalk.x86.Gfn;

/// A guest table and all shadow pages that stand for it or for parts of it; or direct shadow pages,
/// which stand for no table, of one guest frame.
///
/// @param key what tells it from other families
/// @param reachable whether the guest's CR3 leads to the table
/// @param pages by quadrant and then by age, obsolete ones too
/// @param links the entries that name it, the guest's first ones first
public record Family(Key key, boolean reachable, List<ShadowPage> pages, List<Link> links) {

    /// A table is known by its frame and the level it is used at.
    ///
    /// @param direct whether its pages stand for no guest table
    public record Key(int level, Gfn gfn, boolean direct) {}

    /// An entry of another family that names this one.
    ///
    /// @param from the other family
    /// @param index of the guest's entry there, or of the shadow's if the guest has none
    /// @param guest whether the guest's table has the entry
    /// @param shadow whether a shadow table has it
    public record Link(Key from, int index, boolean guest, boolean shadow) {}

    public Family {
        pages = List.copyOf(pages);
        links = List.copyOf(links);
    }

    public int level() {
        return key.level();
    }
}
