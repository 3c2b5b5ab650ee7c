package shadewalk.ui.free;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import org.controlsfx.control.BreadCrumbBar;
import shadewalk.scenario.FreePlay;

/// The way from the first branch to the one that is shown, each branch a crumb; and a menu of all.
///
/// Where the width of the bar is not enough, the longest names are cut; a crumb's tip says all.
final class BranchBar extends BreadCrumbBar<Integer> {

    private final FreePlayModel model;
    private final MenuButton all = new MenuButton();
    private List<FreePlay.Branch> branches = List.of();

    BranchBar(FreePlayModel model) {
        this.model = model;
        setId("free-branches");
        setMinWidth(0);
        // Where a crumb leads is shown by the model.
        setAutoNavigationEnabled(false);
        setOnCrumbAction(event -> model.choose(event.getSelectedCrumb().getValue()));
        setCrumbFactory(item -> new Crumb(branches.get(item.getValue()).name()));
        widthProperty().subscribe(() -> crumbs().forEach(Crumb::requestLayout));
        all.setId("free-all-branches");
    }

    /// All branches, to choose any of them.
    MenuButton all() {
        return all;
    }

    void show(FreePlay play, int shown) {
        branches = play.branches();
        setSelectedCrumb(way(shown));
        all.getItems().clear();
        for (int i = 0; i < branches.size(); i++) {
            all.getItems().add(item(i, shown));
        }
    }

    private TreeItem<Integer> way(int branch) {
        TreeItem<Integer> crumb = new TreeItem<>(branch);
        int parent = branches.get(branch).parent();
        if (parent >= 0) {
            way(parent).getChildren().add(crumb);
        }
        return crumb;
    }

    private int depth(int branch) {
        int parent = branches.get(branch).parent();
        return parent < 0 ? 0 : depth(parent) + 1;
    }

    /// A branch stands a little to the right of the one it left.
    private MenuItem item(int branch, int shown) {
        String name = "    ".repeat(depth(branch)) + branches.get(branch).name();
        RadioMenuItem item = new RadioMenuItem(name);
        item.setId("branch-" + branch);
        item.setMnemonicParsing(false);
        item.setSelected(branch == shown);
        item.setOnAction(_ -> model.choose(branch));
        return item;
    }

    private Stream<Crumb> crumbs() {
        return getChildrenUnmodifiable().stream().map(Crumb.class::cast);
    }

    /// The most that a crumb may take, so that all fit.
    private double widest() {
        double room = getWidth();
        double[] wholes = crumbs().mapToDouble(Crumb::whole).sorted().toArray();
        for (int i = 0; i < wholes.length; i++) {
            double share = room / (wholes.length - i);
            if (wholes[i] > share) {
                return share;
            }
            room -= wholes[i];
        }
        return Double.MAX_VALUE;
    }

    /// One branch of the way.
    private final class Crumb extends BreadCrumbButton {

        Crumb(String name) {
            super(name);
            setMnemonicParsing(false);
            setTooltip(new Tooltip(name));
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.min(whole(), widest());
        }

        private double whole() {
            return super.computePrefWidth(-1);
        }
    }
}
