package shadewalk.ui.events;

import java.util.Arrays;
import javafx.collections.ObservableListBase;

/// The positions that stand in the list, in ascending order. They are replaced as a whole.
final class Rows extends ObservableListBase<Integer> {

    private int[] positions = {};

    @Override
    public Integer get(int row) {
        return positions[row];
    }

    @Override
    public int size() {
        return positions.length;
    }

    void replace(int[] next) {
        Rows before = new Rows();
        before.positions = positions;
        beginChange();
        positions = next;
        nextReplace(0, next.length, before);
        endChange();
    }

    /// The row of a position, or of the last one before it; -1 if there is none.
    int rowOf(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 2;
    }
}
