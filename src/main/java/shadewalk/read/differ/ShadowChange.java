package shadewalk.read.differ;

/// Receives what is different, in the order of addresses (unsigned) and from the root down.
public interface ShadowChange {
    /// The processor runs on other tables; `page` is negative for `pae_root`.
    void root(int page, int level);

    /// An entry that is 0 in `was` can be reached only now, one that is 0 in `now` no longer.
    ///
    /// @param child the shadow page that `now` names, or -1
    void entry(int level, long gva, long was, long now, int child);
}
