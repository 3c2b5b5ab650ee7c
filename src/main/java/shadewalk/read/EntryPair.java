package shadewalk.read;

import static shadewalk.text.Texts.ANSWERS;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shadewalk.state.Spte;
import shadewalk.state.State;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gva;
import shadewalk.x86.PagingMode;

/// A guest entry and the shadow entry that stands for it, on the way of one address.
///
/// @param level of the shadow entry
/// @param guest the guest's entry, or null if the walk ends above it
/// @param shadow the shadow entry of the level, or null if that walk ends above it
public record EntryPair(
        State state,
        TwinWalk walk,
        int level,
        @Nullable GuestStep guest,
        @Nullable ShadowStep shadow) {

    /// The pair at a level.
    public static EntryPair of(State state, Gva gva, int level) {
        TwinWalk walk = TwinWalk.of(state, gva);
        return new EntryPair(
                state,
                walk,
                level,
                walk.guest().at(level).orElse(null),
                walk.shadow().at(level).filter(step -> !step.inPaeRoot()).orElse(null));
    }

    /// The pair that a thing belongs to: an entry of one of the tables on the way of an address, or
    /// the entry the way takes through a table; of a thing elsewhere, that of an address which
    /// leads there. If nothing leads there, where both walks end.
    public static EntryPair of(State state, Gva gva, Thing thing) {
        TwinWalk walk = TwinWalk.of(state, gva);
        Optional<EntryPair> onTheWay =
                switch (thing) {
                    case Thing.GuestTable(var gfn) ->
                            guest(walk, gfn).map(level -> at(state, gva, level.number()));
                    case Thing.GuestEntry(var gfn, var index) ->
                            guest(walk, gfn).map(level -> through(state, gva, level, index));
                    case Thing.ShadowTable(var page) ->
                            shadow(walk, page).map(level -> at(state, gva, level.number()));
                    case Thing.ShadowEntry(var at) ->
                            shadow(walk, at.page())
                                    .map(level -> through(state, gva, level, at.index()));
                    case Thing.PaeRoot _, Thing.RootEntry _ -> Optional.empty();
                    case Thing.Part part -> part.place().map(whole -> of(state, gva, whole));
                };
        return onTheWay.or(() ->
                        Reach.of(state, thing).map(reach -> at(state, reach.gva(), reach.level())))
                .orElseGet(() -> last(state, gva));
    }

    /// The lowest level at which the guest's walk goes through a table.
    private static Optional<PagingMode.Level> guest(TwinWalk walk, Gfn table) {
        return walk.guest().steps().stream()
                .filter(step -> step.table().equals(table))
                .map(GuestStep::level)
                .reduce((_, below) -> below);
    }

    private static Optional<PagingMode.Level> shadow(TwinWalk walk, int page) {
        return walk.shadow().steps().stream()
                .filter(step -> step.page() == page)
                .map(ShadowStep::level)
                .findFirst();
    }

    /// The pair of the address that takes another entry of the same table.
    private static EntryPair through(State state, Gva gva, PagingMode.Level level, int index) {
        return at(state, new Gva(level.index().with(gva.raw(), index)), level.number());
    }

    /// The pair at a level, or where the walks end if the guest's ends there.
    private static EntryPair at(State state, Gva gva, int level) {
        EntryPair last = last(state, gva);
        GuestStep guest = last.guest();
        boolean there = guest != null && guest.level().number() == level;
        return there ? last : of(state, gva, level);
    }

    /// The two entries where both walks end. A large page of the guest may be mapped by a shadow
    /// entry of a lower level than the guest's.
    public static EntryPair last(State state, Gva gva) {
        TwinWalk walk = TwinWalk.of(state, gva);
        GuestStep guest = walk.guest().steps().isEmpty() ? null : walk.guest().steps().getLast();
        int level = guest == null ? 1 : guest.level().number();
        Optional<ShadowStep> below =
                walk.shadow().last().filter(step -> step.level().number() < level);
        if (guest == null || !guest.leaf() || below.isEmpty()) {
            return of(state, gva, level);
        }
        ShadowStep shadow = below.get();
        return new EntryPair(state, walk, shadow.level().number(), guest, shadow);
    }

    /// Whether the shadow entry names a table.
    public boolean namesTable() {
        return shadow != null && Spte.presentNonLeaf(shadow.spte(), level);
    }

    /// The former guest entry that the shadow entry was made from, if it is not the present one.
    public Optional<FormerEntry> former() {
        return FormerEntry.of(state, walk)
                .filter(former -> shadow != null && former.at().equals(shadow.at()));
    }

    /// What there is to say of a shadow entry that is empty, a sentence; nothing for another.
    public Optional<String> emptyWords() {
        ShadowStep step = shadow;
        return step == null || step.spte() != 0
                ? Optional.empty()
                : Optional.of(
                        ANSWERS.get(
                                level > 1 ? "entry-pair.not-linked" : "entry-pair.not-mapped",
                                step.index(),
                                step.page()));
    }

    /// Why nothing leads from the guest's entry to the shadow's, a sentence or two; nothing where
    /// something does.
    ///
    /// @param telling whether it is told how long that lasts
    public Optional<String> apartWords(Telling telling) {
        return former().map(former -> former.words(telling).orElseGet(former::origin))
                .or(this::emptyWords)
                .or(this::noShadowWords)
                .or(this::noGuestWords);
    }

    private Optional<String> noGuestWords() {
        return guest != null
                ? Optional.empty()
                : Optional.of(ANSWERS.get("entry-pair.no-guest-entry"));
    }

    private Optional<String> noShadowWords() {
        if (shadow != null) {
            return Optional.empty();
        }
        return Optional.of(
                walk.shadow()
                        .at(level)
                        .or(walk.shadow()::last)
                        .map(step -> endWords(step) + unlinkedWords())
                        .orElse(ANSWERS.get("entry-pair.there-no-shadow")));
    }

    /// What stands in the place of the shadow entry or where the walk to it ends.
    private String endWords(ShadowStep step) {
        if (step.inPaeRoot() && step.level().number() == level) {
            return ANSWERS.get("entry-pair.in-place-stands", step.index());
        }
        String name =
                step.inPaeRoot()
                        ? "pae_root[" + step.index() + "]"
                        : ANSWERS.get("entry-pair.spte", step.index(), step.page());
        return ANSWERS.get(step.leaf() ? "entry-pair.ends-in-page" : "entry-pair.ends-empty", name);
    }

    /// A shadow page of the guest's table may live on although no entry leads to it on this way.
    private String unlinkedWords() {
        return Optional.ofNullable(guest).stream()
                .flatMap(step ->
                        TwinWalk.standIns(state, step.table(), level).stream()
                                .filter(page -> Portion.of(page).indexes(step.index()).count() > 0))
                .findFirst()
                .map(page -> ANSWERS.get("entry-pair.shadow-page-there", page.id()))
                .orElse("");
    }
}
