package shadewalk.ui.notice;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The notices that stand in the window just now, oldest first.
public final class Notices {

    /// More than this would cover the picture; the oldest go.
    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    public ObservableList<Notice> shown() {
        return shown;
    }

    /// Says what is wrong.
    ///
    /// @return what is shown, to be dismissed when it is true no more
    public Notice problem(String sentence) {
        Notice notice = new Notice(Notice.Kind.PROBLEM, sentence, Optional.empty());
        add(notice);
        return notice;
    }

    public void done(String sentence) {
        add(new Notice(Notice.Kind.DONE, sentence, Optional.empty()));
    }

    /// Says something and offers to do something about it.
    public void offer(String sentence, String words, Runnable work) {
        Optional<Notice.Offer> offer = Optional.of(new Notice.Offer(words, work));
        add(new Notice(Notice.Kind.DONE, sentence, offer));
    }

    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    /// Takes the newest notice away. Returns whether there was one.
    public boolean dismissLast() {
        if (shown.isEmpty()) {
            return false;
        }
        shown.removeLast();
        return true;
    }

    private void add(Notice notice) {
        shown.remove(notice);
        shown.add(notice);
        if (shown.size() > MOST) {
            shown.removeFirst();
        }
    }
}
