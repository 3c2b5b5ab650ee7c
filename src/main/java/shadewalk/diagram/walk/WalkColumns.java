package shadewalk.diagram.walk;

import java.util.ArrayList;
import java.util.List;

/// Where the columns of the walk stand: registers, a column for each level, root first, and memory.
///
/// @param depth how many levels there are, 3 to 5
/// @param starts the left edge of each column
/// @param widths the width of each column
/// @param width of the whole picture
record WalkColumns(int depth, List<Double> starts, List<Double> widths, double width) {

    static final double MARGIN = 20;
    static final double PAD = 14;
    private static final double GAP = 40;

    static WalkColumns of(int depth) {
        List<Double> widths = new ArrayList<>();
        widths.add(124.0);
        for (int level = depth; level >= 1; level--) {
            widths.add(narrow(level) ? 204.0 : 278.0);
        }
        widths.add(132.0);
        List<Double> starts = new ArrayList<>();
        double x = MARGIN + PAD;
        for (double width : widths) {
            starts.add(x);
            x += width + GAP;
        }
        return new WalkColumns(depth, starts, widths, x - GAP + PAD + MARGIN);
    }

    double registerX() {
        return starts.getFirst();
    }

    double registerWidth() {
        return widths.getFirst();
    }

    double registerMiddle() {
        return registerX() + registerWidth() / 2;
    }

    double levelX(int level) {
        return starts.get(1 + depth - level);
    }

    double levelWidth(int level) {
        return widths.get(1 + depth - level);
    }

    double levelRight(int level) {
        return levelX(level) + levelWidth(level);
    }

    double middle(int level) {
        return levelX(level) + levelWidth(level) / 2;
    }

    /// Whether a column is too narrow for more than a name and a number.
    static boolean narrow(int level) {
        return level > 2;
    }

    /// Where the line runs that ties a guest table to its shadow pages: between the words above the
    /// shadow pages.
    double tieX(int level) {
        return levelX(level) + (narrow(level) ? 72 : 92);
    }

    double pageX() {
        return starts.getLast();
    }

    double pageWidth() {
        return widths.getLast();
    }

    double pageMiddle() {
        return pageX() + pageWidth() / 2;
    }
}
