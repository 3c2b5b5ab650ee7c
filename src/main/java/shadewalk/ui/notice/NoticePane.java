package shadewalk.ui.notice;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows the notices, one under the other, each with a cross to dismiss it.
public final class NoticePane extends VBox {

    /// To read a sentence and look up from the work.
    private static final Duration LONG_ENOUGH = Duration.seconds(8);

    private final Notices notices;
    private boolean onlyNewest;

    public NoticePane(Notices notices) {
        this.notices = notices;
        setId("notices");
        getStyleClass().add("notices");
        setPickOnBounds(false);
        notices.shown().addListener((ListChangeListener<Notice>) _ -> refresh());
        refresh();
    }

    /// Shows only the newest of the notices, or all of them again: large words would fill the
    /// window.
    public void showOnlyNewest(boolean only) {
        onlyNewest = only;
        refresh();
    }

    private void refresh() {
        List<Notice> all = notices.shown();
        int first = onlyNewest ? Math.max(0, all.size() - 1) : 0;
        getChildren().setAll(all.stream().skip(first).map(this::card).toList());
    }

    private Notification card(Notice notice) {
        boolean problem = notice.kind() == Notice.Kind.PROBLEM;
        Notification card =
                new Notification(
                        notice.text(),
                        new FontIcon(problem ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE));
        card.getStyleClass()
                .addAll("notice", problem ? Styles.WARNING : Styles.SUCCESS, Styles.ELEVATED_1);
        notice.offer().ifPresent(offer -> card.setPrimaryActions(button(notice, offer)));
        card.setOnClose(_ -> notices.dismiss(notice));
        card.setAccessibleText(notice.text());
        if (!problem && notice.offer().isEmpty()) {
            leaveSoon(notice);
        }
        return card;
    }

    /// What went well and asks for nothing does not stay over the picture.
    private void leaveSoon(Notice notice) {
        PauseTransition read = new PauseTransition(LONG_ENOUGH);
        read.setOnFinished(_ -> notices.dismiss(notice));
        read.play();
    }

    private Button button(Notice notice, Notice.Offer offer) {
        Button button = new Button(offer.words());
        button.setId("notice-offer");
        button.setOnAction(_ -> {
            notices.dismiss(notice);
            offer.work().run();
        });
        return button;
    }
}
