package shadewalk.read.ask;

import static shadewalk.text.Texts.ANSWERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.Moment;
import shadewalk.read.Portion;
import shadewalk.read.Reach;
import shadewalk.read.ShadowStep;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.Twins;
import shadewalk.read.WriteEffect;
import shadewalk.read.tell.EntryWords;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.Sign;
import shadewalk.state.Acc;
import shadewalk.state.Places;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gfn;

/// Finds out what is known of a thing.
public final class Inspector {

    private final Moment moment;
    private final State state;
    private final Telling telling;

    private Inspector(Moment moment, Telling telling) {
        this.moment = moment;
        this.state = moment.state();
        this.telling = telling;
    }

    /// What is known of a thing at a moment; nothing if it does not exist then.
    ///
    /// @param telling whether what follows from the bits is said, or only the bits
    public static Optional<Inspection> of(Moment moment, Thing thing, Telling telling) {
        return thing.place().flatMap(new Inspector(moment, telling)::inspect);
    }

    private Optional<Inspection> inspect(Thing.Place thing) {
        return switch (thing) {
            case Thing.GuestTable table -> Optional.of(guestTable(table));
            case Thing.GuestEntry entry -> guestEntry(entry);
            case Thing.ShadowTable(var id) ->
                    state.shadow().exists(id)
                            ? Optional.of(shadowPage(state.shadow().page(id)))
                            : Optional.empty();
            case Thing.ShadowEntry(var at) ->
                    state.shadow().exists(at.page())
                            ? Optional.of(shadowEntry(at))
                            : Optional.empty();
            case Thing.PaeRoot root -> Optional.of(paeRoot(root));
            case Thing.RootEntry entry -> Optional.of(rootEntry(entry));
        };
    }

    private Inspection guestTable(Thing.GuestTable table) {
        Gfn gfn = table.gfn();
        FactList facts = new FactList();
        facts.links("shadow-pages", Twins.of(state, table));
        guard(facts, gfn);
        mappedBy(facts, gfn);
        facts.changed(moment, table);
        return new Inspection(
                ANSWERS.get("inspect.guest-table", gfn),
                ANSWERS.get("inspect.guest-table.at", gfn.at(0)),
                List.of(facts.section()));
    }

    private Optional<Inspection> guestEntry(Thing.GuestEntry entry) {
        List<GuestStep> readings = GuestTables.readings(state, entry);
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        List<Section> sections = new ArrayList<>();
        readings.forEach(reading -> sections.add(word(reading)));
        for (Thing twin : Twins.of(state, entry)) {
            sections.add(spteWord(((Thing.ShadowEntry) twin).at()));
        }
        GuestStep first = readings.getFirst();
        if (telling.all()) {
            sections.addFirst(write(first));
        }
        FactList facts = new FactList();
        first.child()
                .map(Thing.GuestTable::new)
                .ifPresent(table -> facts.link("names", table.id(), table));
        first.maps().ifPresent(gfn -> facts.text("maps", ANSWERS.get("inspector.gfn", gfn)));
        facts.changed(moment, entry);
        sections.add(facts.section());
        return Optional.of(
                new Inspection(
                        title(first),
                        ANSWERS.get("inspect.guest-entry.at", entry.gfn(), first.at()),
                        sections));
    }

    private Section.Word word(GuestStep reading) {
        return new Section.Word(
                title(reading), Optional.of(reading.thing()), reading.layout(), reading.entry());
    }

    private String title(GuestStep reading) {
        return ANSWERS.get(
                "inspect.guest-entry",
                Names.entry(reading.level().number()),
                String.valueOf(reading.index()));
    }

    private Inspection shadowEntry(SpteAt at) {
        ShadowPage page = state.shadow().page(at.page());
        Thing.ShadowEntry entry = new Thing.ShadowEntry(at);
        List<Section> sections = new ArrayList<>();
        for (Thing twin : Twins.of(state, entry)) {
            GuestTables.readings(state, (Thing.GuestEntry) twin).stream()
                    .filter(reading -> reading.level().number() == page.level())
                    .forEach(reading -> sections.add(word(reading)));
        }
        sections.add(spteWord(at));
        long spte = page.spte(at.index());
        FactList facts = new FactList();
        child(facts, ShadowStep.of(state, at));
        if (Spte.presentLeaf(spte, page.level())) {
            Gfn gfn = page.gfnAt(at.index());
            facts.text("maps", ANSWERS.get("inspector.gfn-pfn", gfn, Spte.pfn(spte)));
            facts.text("access", Acc.name(page.accessAt(at.index())));
            facts.links("rmap.others", others(state.shadow().rmap(gfn, page.level()), at));
        }
        Thing table = new Thing.ShadowTable(page.id());
        facts.link("table", table.id(), table);
        facts.changed(moment, entry);
        sections.add(facts.section());
        return new Inspection(
                ANSWERS.get("inspect.spte", String.valueOf(at.index()), at.page()),
                describe(page),
                sections);
    }

    private Section.Word spteWord(SpteAt at) {
        ShadowPage page = state.shadow().page(at.page());
        long spte = page.spte(at.index());
        return new Section.Word(
                ANSWERS.get("inspect.spte", String.valueOf(at.index()), at.page()),
                Optional.of(new Thing.ShadowEntry(at)),
                Spte.layout(spte, page.level()),
                spte);
    }

    private static List<Thing> others(Places rmap, SpteAt but) {
        return rmap.all().stream()
                .filter(at -> !at.equals(but))
                .<Thing>map(Thing.ShadowEntry::new)
                .toList();
    }

    private Inspection shadowPage(ShadowPage page) {
        Thing.ShadowTable table = new Thing.ShadowTable(page.id());
        Role role = page.role();
        FactList facts = new FactList();
        facts.text("key", ANSWERS.get("inspector.gfn-role", page.gfn(), role));
        facts.text("used", page.spt().used() + " / 512");
        facts.text("flooding", String.valueOf(page.writeFlooding()));
        facts.text("roots", String.valueOf(page.rootCount()));
        facts.text("generation", generation(page));
        facts.changed(moment, table);
        return new Inspection(
                ANSWERS.get("inspect.shadow-page", page.id()),
                describe(page),
                List.of(
                        meaning(page),
                        new Section.Word(
                                ANSWERS.get("inspect.role"),
                                Optional.of(table),
                                Role.LAYOUT,
                                role.word() & 0xffff_ffffL),
                        facts.section()));
    }

    /// What a page is for, before the words it is made of.
    private Section meaning(ShadowPage page) {
        FactList facts = new FactList();
        if (page.indirect()) {
            Thing guestTable = new Thing.GuestTable(page.gfn());
            telling.say(part(page)).ifPresent(part -> facts.text("part", part));
            guard(facts, page.gfn());
            facts.link("stands-for", guestTable.id(), guestTable);
        } else {
            facts.text("direct", ANSWERS.get("inspector.gfn", page.gfn()));
        }
        leads(facts, page);
        return facts.section();
    }

    /// Which part of its guest table a page stands for, and which addresses those are on the way
    /// that leads to it.
    private String part(ShadowPage page) {
        Portion portion = Portion.of(page);
        String part = Names.partOf(portion);
        return Reach.of(state, new Thing.ShadowTable(page.id()))
                .map(reach -> {
                    long first = reach.gva().raw();
                    long last = first + (1L << portion.bits()) - 1;
                    return ANSWERS.get("fact.part.at", part, address(first), address(last));
                })
                .orElse(part);
    }

    private String address(long gva) {
        return Hex.padded(gva, state.cpu().registers().mode().depth() > 3 ? 12 : 8);
    }

    /// What leads to a page: entries above it, or CR3 itself.
    private void leads(FactList facts, ShadowPage page) {
        List<Thing> parents = Reach.parents(state, page);
        if (parents.isEmpty()) {
            facts.words(
                    "parents",
                    Reach.isRoot(state, page) ? "fact.parents.root" : "fact.parents.none");
        } else {
            facts.links("parents", parents);
        }
    }

    private String generation(ShadowPage page) {
        return state.shadow().obsolete(page)
                ? ANSWERS.get("fact.obsolete", page.generation())
                : String.valueOf(page.generation());
    }

    /// What becomes of guest writes to a table.
    private void guard(FactList facts, Gfn gfn) {
        if (!telling.all()) {
            return;
        }
        Sign.of(GuestTables.guard(state, gfn))
                .ifPresentOrElse(
                        sign ->
                                facts.term(
                                        "writes",
                                        sign.meaning(telling).orElseThrow(),
                                        sign.text(),
                                        sign.term()),
                        () -> facts.words("writes", "fact.writes.free"));
    }

    /// What a write to one entry would do: to which shadow entries, and when.
    private Section write(GuestStep entry) {
        FactList facts = new FactList();
        int bytes = entry.layout().width() / 8;
        WriteEffect effect = WriteEffect.of(state, entry.at(), bytes);
        facts.words(
                "write",
                switch (effect.guard()) {
                    case NONE -> "fact.write.free";
                    case WRITE_TRACKED -> "fact.write.tracked";
                    case WRITE_PROTECTED -> "fact.write.protected";
                    case UNSYNC -> "fact.write.unsync";
                });
        List<Thing> touched = new ArrayList<>();
        effect.entries().forEach(at -> touched.add(new Thing.ShadowEntry(at)));
        effect.zapped().forEach(page -> touched.add(new Thing.ShadowTable(page.id())));
        facts.more(touched);
        return facts.section();
    }

    /// Which entries map the frame of a table, as a page of memory like any other.
    private void mappedBy(FactList facts, Gfn gfn) {
        List<SpteAt> mapping = state.shadow().rmap(gfn, 1).all();
        if (mapping.isEmpty()) {
            facts.words("rmap", "fact.rmap.none");
        } else {
            facts.links("rmap", mapping.stream().map(Thing.ShadowEntry::new).toList());
        }
    }

    private Inspection paeRoot(Thing.PaeRoot root) {
        FactList facts = new FactList();
        List<Long> entries = state.cpu().roots().paeRoot();
        for (int i = 0; i < entries.size(); i++) {
            Thing.RootEntry entry = new Thing.RootEntry(i);
            facts.link(
                    "root-entry",
                    i + ": " + EntryWords.shadowTarget(ShadowStep.ofPaeRoot(state, i)),
                    entry);
        }
        facts.changed(moment, root);
        return new Inspection(
                "pae_root", ANSWERS.get("inspect.pae-root"), List.of(facts.section()));
    }

    private Inspection rootEntry(Thing.RootEntry entry) {
        long value = state.cpu().roots().paeRoot().get(entry.index());
        FactList facts = new FactList();
        child(facts, ShadowStep.ofPaeRoot(state, entry.index()));
        facts.changed(moment, entry);
        return new Inspection(
                "pae_root[" + entry.index() + "]",
                ANSWERS.get("inspect.pae-root"),
                List.of(
                        new Section.Word(
                                "pae_root[" + entry.index() + "]",
                                Optional.of(entry),
                                Spte.PAE_ROOT,
                                value),
                        facts.section()));
    }

    /// The shadow page that an entry names.
    private static void child(FactList facts, ShadowStep entry) {
        entry.child()
                .ifPresent(page -> {
                    Thing child = new Thing.ShadowTable(page);
                    facts.link("names", child.id(), child);
                });
    }

    private String describe(ShadowPage page) {
        String key =
                page.role().direct()
                        ? "inspect.page.direct"
                        : page.role().has4ByteGpte() ? "inspect.page.quadrant" : "inspect.page";
        return ANSWERS.get(key, page.level(), page.gfn(), page.role().quadrant());
    }
}
