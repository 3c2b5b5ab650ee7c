package shadewalk.ui.free;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import org.controlsfx.control.BreadCrumbBar;
import shadewalk.scenario.FreePlay;

/// The way from the first branch to the one that is shown, each branch a crumb; and a menu of all.
///
/// The crumbs share the width of the bar: a long name is cut and stands in the crumb's tip.
final class BranchBar extends BreadCrumbBar<Integer> {

    private final FreePlayModel model;
    private final MenuButton all = new MenuButton();
    private List<FreePlay.Branch> branches = List.of();
    private int crumbs = 1;

    BranchBar(FreePlayModel model) {
        this.model = model;
        setId("free-branches");
        setMinWidth(0);
        // Where a crumb leads is shown by the model.
        setAutoNavigationEnabled(false);
        setOnCrumbAction(event -> model.choose(event.getSelectedCrumb().getValue()));
        setCrumbFactory(item -> new Crumb(branches.get(item.getValue()).name()));
        widthProperty().subscribe(() -> lookupAll(".crumb").forEach(c -> ((Crumb) c).relay()));
        all.setId("free-all-branches");
    }

    /// All branches, to choose any of them.
    MenuButton all() {
        return all;
    }

    void show(FreePlay play, int shown) {
        branches = play.branches();
        TreeItem<Integer> way = way(shown);
        crumbs = depth(shown) + 1;
        setSelectedCrumb(way);
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

    /// One branch of the way, no wider than its share.
    private final class Crumb extends BreadCrumbButton {

        Crumb(String name) {
            super(name);
            setMnemonicParsing(false);
            setTooltip(new Tooltip(name));
        }

        @Override
        protected double computePrefWidth(double height) {
            double share = BranchBar.this.getWidth() / crumbs;
            double whole = super.computePrefWidth(height);
            return share > 0 ? Math.min(whole, share) : whole;
        }

        private void relay() {
            requestLayout();
        }
    }
}
