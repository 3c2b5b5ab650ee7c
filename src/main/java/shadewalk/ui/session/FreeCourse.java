package shadewalk.ui.session;

/// The way through a run that nobody has divided: its events and steps.
public final class FreeCourse implements Course {

    private final Session session;
    private final Player player;

    public FreeCourse(Session session, Player player) {
        this.session = session;
        this.player = player;
    }

    @Override
    public void eventForward() {
        session.eventForward();
    }

    @Override
    public void eventBack() {
        session.eventBack();
    }

    @Override
    public void stepForward() {
        session.stepForward();
    }

    @Override
    public void stepBack() {
        session.stepBack();
    }

    @Override
    public void toStart() {
        session.toStart();
    }

    @Override
    public void toEnd() {
        session.toEnd();
    }

    @Override
    public void playOrPause() {
        player.toggle();
    }

    @Override
    public void playThrough() {
        player.playThrough();
    }

    @Override
    public boolean canGoForward() {
        return session.position() < session.limit();
    }

    @Override
    public boolean canGoBack() {
        return session.position() > 0;
    }
}
