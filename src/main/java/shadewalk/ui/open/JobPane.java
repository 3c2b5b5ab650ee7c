package shadewalk.ui.open;

import atlantafx.base.theme.Styles;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import shadewalk.text.Texts;
import shadewalk.ui.action.Buttons;

/// Shows work that has been going on for a while, how far it is, and a button to stop it.
public final class JobPane extends VBox {

    /// Work that is over sooner is not worth showing, in nanoseconds.
    private static final long WHILE = 300_000_000;

    private final Jobs jobs;
    private final Texts texts;

    public JobPane(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
        setId("jobs");
        getStyleClass().add("jobs");
        setPickOnBounds(false);
        jobs.running().addListener((ListChangeListener<Job>) _ -> refresh());
    }

    private void refresh() {
        getChildren().removeIf(row -> !jobs.running().contains(row.getUserData()));
        for (Job job : jobs.running()) {
            if (getChildren().stream().noneMatch(row -> job.equals(row.getUserData()))) {
                getChildren().add(row(job));
            }
        }
    }

    private HBox row(Job job) {
        Label title = new Label(job.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        ProgressBar bar = new ProgressBar(-1);
        Button cancel = Buttons.push("job-cancel", texts.get("job.cancel"), job::cancel);
        HBox row = new HBox(title, bar, cancel);
        row.getStyleClass().addAll("job", Styles.ELEVATED_1);
        row.setUserData(job);
        row.setVisible(false);
        watch(job, row, bar);
        return row;
    }

    private void watch(Job job, HBox row, ProgressBar bar) {
        long begun = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                row.setVisible(System.nanoTime() - begun > WHILE);
                bar.setProgress(job.done());
                if (!jobs.running().contains(job)) {
                    stop();
                }
            }
        }.start();
    }
}
