package shadewalk.diagram.tables;

import static shadewalk.text.Texts.PICTURES;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shadewalk.diagram.Tone;
import shadewalk.read.Family;
import shadewalk.read.GuestTables;
import shadewalk.read.OnStage;
import shadewalk.read.Seen;
import shadewalk.read.ShadowStep;
import shadewalk.read.TableMap;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.Touch;
import shadewalk.read.TwinWalk;
import shadewalk.read.WalkStory;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.Sign;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;
import shadewalk.x86.Gfn;

/// What the picture of the tables shows at one moment.
///
/// @param levels the families of each level, the highest level first
/// @param top the highest level at which each guest frame is a table
/// @param way the shadow pages that the address in question goes through
/// @param focus what somebody looks at, whose table gets a card
/// @param stage the parts that are on stage
/// @param telling what may be said: how many pages stand for a table could be an answer
record TablesModel(
        State state,
        WalkStory story,
        TwinWalk walk,
        Map<Integer, List<Family>> levels,
        Map<Gfn, Integer> top,
        Set<Integer> way,
        Optional<Thing> focus,
        Set<OnStage> stage,
        Telling telling) {

    static TablesModel of(Seen seen) {
        State state = seen.state();
        WalkStory story = seen.story();
        Map<Integer, List<Family>> levels = TableMap.of(state);
        Map<Gfn, Integer> top = new HashMap<>();
        for (List<Family> families : levels.values()) {
            for (Family family : families) {
                if (!family.key().direct()) {
                    top.merge(family.key().gfn(), family.level(), Math::max);
                }
            }
        }
        TwinWalk walk = TwinWalk.of(state, story.gva());
        return new TablesModel(
                state,
                story,
                walk,
                levels,
                top,
                way(walk),
                seen.selected(),
                seen.stage(),
                seen.telling());
    }

    private static Set<Integer> way(TwinWalk walk) {
        return walk.shadow().steps().stream()
                .filter(step -> !step.inPaeRoot())
                .map(ShadowStep::page)
                .collect(Collectors.toSet());
    }

    /// Whether a family is the one of the highest level among those of its frame; the others have
    /// their level in their ids.
    boolean first(Family family) {
        return top.getOrDefault(family.key().gfn(), 0) <= family.level();
    }

    /// The families of a level that get a card: all of them, or of many those that matter, up to
    /// `most`.
    List<Family> cards(int level, int most) {
        List<Family> all = levels.getOrDefault(level, List.of());
        if (all.size() <= most) {
            return all;
        }
        int here = 0;
        for (int i = 0; i < all.size(); i++) {
            here = onTheWay(all.get(i)) ? i : here;
        }
        int middle = here;
        int[] weights = all.stream().mapToInt(this::weight).toArray();
        Set<Integer> chosen =
                IntStream.range(0, all.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer i) -> -weights[i])
                                        .thenComparingInt(i -> Math.abs(i - middle)))
                        .limit(most)
                        .collect(Collectors.toSet());
        return IntStream.range(0, all.size()).filter(chosen::contains).mapToObj(all::get).toList();
    }

    private int weight(Family family) {
        if (onTheWay(family) || touches(family) || holds(family)) {
            return 3;
        }
        boolean odd =
                family.pages().stream()
                        .anyMatch(page -> page.unsync() || state.shadow().obsolete(page));
        return odd ? 2 : family.pages().isEmpty() ? 0 : 1;
    }

    /// Whether what somebody looks at belongs to a family.
    private boolean holds(Family family) {
        return focus.map(TablesModel::table)
                .filter(table ->
                        switch (table) {
                            case Thing.GuestTable t ->
                                    !family.key().direct() && family.key().gfn().equals(t.gfn());
                            case Thing.ShadowTable t ->
                                    family.pages().stream().anyMatch(p -> p.id() == t.page());
                            default -> false;
                        })
                .isPresent();
    }

    /// Whether the address in question goes through a family, on either side.
    boolean onTheWay(Family family) {
        boolean guest =
                !family.key().direct()
                        && walk.guestTable(family.level())
                                .filter(family.key().gfn()::equals)
                                .isPresent();
        return guest || family.pages().stream().anyMatch(this::onTheWay);
    }

    boolean onTheWay(ShadowPage page) {
        return way.contains(page.id());
    }

    private boolean touches(Family family) {
        return tone(family) != usual(family)
                || family.pages().stream().anyMatch(page -> touched(page).isPresent());
    }

    private static Tone usual(Family family) {
        return family.key().direct() ? Tone.SHADOW : Tone.GUEST;
    }

    /// The outline of a family's card.
    Tone tone(Family family) {
        Gfn gfn = family.key().gfn();
        return story.touch()
                .filter(touch -> !family.key().direct() && first(family) && touches(touch, gfn))
                .map(TablesModel::tone)
                .orElse(usual(family));
    }

    private static boolean touches(Touch touch, Gfn gfn) {
        return table(touch.thing()).equals(new Thing.GuestTable(gfn));
    }

    private static Thing table(Thing thing) {
        return thing.table().orElse(thing);
    }

    private static Tone tone(Touch touch) {
        return touch.kind() == Touch.Kind.READ ? Tone.CURRENT : Tone.CHANGED;
    }

    private Optional<Touch> touched(ShadowPage page) {
        Thing shadow = new Thing.ShadowTable(page.id());
        return story.touch().filter(touch -> table(touch.thing()).equals(shadow));
    }

    /// How a shadow page's row stands out.
    Tone mark(ShadowPage page) {
        return touched(page).map(TablesModel::tone).orElse(onTheWay(page) ? Tone.PATH : Tone.PLAIN);
    }

    /// A sentence about how many tables there are. A guest frame that is a table at two levels
    /// counts as two tables, which is how it is drawn.
    String count() {
        List<Family> all = levels.values().stream().flatMap(List::stream).toList();
        List<Family> guest = all.stream().filter(family -> !family.key().direct()).toList();
        int pages = all.stream().mapToInt(family -> family.pages().size()).sum();
        long frames = guest.stream().map(family -> family.key().gfn()).distinct().count();
        long reached = guest.stream().filter(Family::reachable).count();
        return PICTURES.get(
                reached == guest.size() ? "tables-model.count" : "tables-model.count-under-cr3",
                guest.size(),
                pages,
                reached,
                frames == guest.size() ? "" : PICTURES.get("tables-model.in-frames", frames));
    }

    /// What there is to say about a family's guest table, the most telling first: that the guest
    /// does not use it, whether the guest can write it unnoticed.
    List<Sign> signs(Family family) {
        if (!stage.contains(OnStage.BADGES) || family.key().direct()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(Sign.OFF_THE_TREE).filter(_ -> !family.reachable()),
                        Sign.of(GuestTables.guard(state, family.key().gfn())).stream())
                .toList();
    }

    /// What of its role tells a page from its siblings; empty where nothing does, before badges are
    /// on stage, and while it could be the answer to a question.
    String apart(ShadowPage page) {
        boolean may = stage.contains(OnStage.BADGES) && telling.all();
        return may ? Names.apart(state, page) : "";
    }

    /// What there is to say about a shadow page, the most telling first.
    List<Sign> signs(ShadowPage page) {
        if (!stage.contains(OnStage.BADGES)) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(Sign.OBSOLETE).filter(_ -> state.shadow().obsolete(page)),
                        Stream.of(Sign.UNSYNC).filter(_ -> page.unsync()))
                .toList();
    }
}
