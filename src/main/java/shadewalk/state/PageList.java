package shadewalk.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The numbers of the shadow pages of one guest frame, newest first.
public final class PageList {

    public static final PageList NONE = new PageList(new int[0]);

    private final int[] ids;

    private PageList(int[] ids) {
        this.ids = ids;
    }

    public int size() {
        return ids.length;
    }

    public boolean isEmpty() {
        return ids.length == 0;
    }

    /// The number at `position`, 0 the newest.
    public int get(int position) {
        return ids[position];
    }

    PageList withNewest(int id) {
        int[] longer = new int[ids.length + 1];
        longer[0] = id;
        System.arraycopy(ids, 0, longer, 1, ids.length);
        return new PageList(longer);
    }

    PageList without(int id) {
        return new PageList(Arrays.stream(ids).filter(other -> other != id).toArray());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageList that && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
