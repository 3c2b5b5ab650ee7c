package shadewalk.diagram.walk;

import static java.util.stream.Collectors.joining;
import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shadewalk.bits.Hex;
import shadewalk.diagram.Tone;
import shadewalk.read.FormerEntry;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestWalk;
import shadewalk.read.OnStage;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.read.tell.Names;
import shadewalk.read.tell.StandIns;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.text.Columns;
import shadewalk.x86.Gpa;
import shadewalk.x86.Hpa;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// The walk in plain text: guest on the left, shadow on the right, a level a pair of lines; and the
/// same in sentences.
record WalkText(WalkModel model, String title) {

    private static final int HALF = 36;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String phase = " (" + model.story().phase().words() + ")";
        lines.addAll(Columns.of(title + (model.shows(OnStage.CHAPTERS) ? phase : "")));
        if (!model.words().isEmpty()) {
            lines.addAll(Columns.of("> " + model.words()));
        }
        lines.add("");
        cuts(lines);
        pair(
                lines,
                ofGuest(PICTURES.get("walk-text.guest-tables")),
                ofShadow(PICTURES.get("walk-text.shadow-tables")));
        pair(
                lines,
                ofGuest("  CR3 " + Hex.prefixed(model.state().cpu().registers().cr3())),
                ofShadow("  CR3 " + model.root()));
        for (int level = model.depth(); level >= 1; level--) {
            level(lines, level);
        }
        pages(lines);
        cached().ifPresent(cached -> {
            lines.add("");
            lines.addAll(Columns.of(cached));
        });
        former().ifPresent(former -> {
            lines.add("");
            lines.addAll(Columns.of(former));
        });
        standIns(lines);
        return lines;
    }

    private void cuts(List<String> lines) {
        if (!model.shows(OnStage.RULER)) {
            return;
        }
        if (model.shows(OnStage.GUEST)) {
            lines.add(PICTURES.get("walk-text.guest", cut(model.guestMode())));
        }
        if (model.shows(OnStage.SHADOW)) {
            lines.add(PICTURES.get("walk-text.shadow", cut(model.shadowMode())));
        }
        lines.add("");
    }

    private String ofGuest(String words) {
        return model.shows(OnStage.GUEST) ? words : "";
    }

    private String ofShadow(String words) {
        return model.shows(OnStage.SHADOW) ? words : "";
    }

    private String cut(PagingMode mode) {
        long address = model.story().gva().raw();
        StringBuilder cut = new StringBuilder();
        for (PagingMode.Level level : mode.levels()) {
            cut.append(level.index().range())
                    .append('=')
                    .append(level.index().of(address))
                    .append("  ");
        }
        return cut.append("11:0=").append(Hex.prefixed(Page.OFFSET.of(address))).toString();
    }

    private static void pair(List<String> lines, String left, String right) {
        String line = left + " ".repeat(Math.max(1, HALF - left.length())) + right;
        lines.add(line.stripTrailing());
    }

    private void level(List<String> lines, int level) {
        Optional<GuestStep> guest =
                model.walk().guest().at(level).filter(_ -> model.shows(OnStage.GUEST));
        Optional<ShadowStep> shadow =
                model.walk().shadow().at(level).filter(_ -> model.shows(OnStage.SHADOW));
        if (guest.isEmpty() && shadow.isEmpty()) {
            return;
        }
        pair(lines, guest.map(this::head).orElse(""), shadow.map(this::head).orElse(""));
        pair(lines, guest.map(this::row).orElse(""), shadow.map(this::row).orElse(""));
    }

    private String head(GuestStep step) {
        return "  "
                + PICTURES.get(
                        "walk-text.in-gfn", Names.shortTable(step.level().number()), step.table());
    }

    private String head(ShadowStep step) {
        if (step.inPaeRoot()) {
            return "  pae_root";
        }
        var page = model.state().shadow().page(step.page());
        String head =
                "  " + PICTURES.get("walk-text.sp", Names.shortTable(page.level()), page.id());
        if (page.role().direct()) {
            return PICTURES.get("walk-text.direct", head);
        }
        head += " " + PICTURES.get("walk-text.for-gfn", page.gfn());
        return page.role().has4ByteGpte() ? head + " q" + page.role().quadrant() : head;
    }

    private String row(GuestStep step) {
        String target = EntryWords.guestTarget(step);
        return mark(model.mark(step))
                + "["
                + step.index()
                + "] "
                + target
                + " "
                + (step.present() ? EntryWords.flags(step.layout(), step.entry()) : "");
    }

    private String row(ShadowStep step) {
        String start = mark(step.inPaeRoot() ? Tone.PATH : model.mark(step)) + "[" + step.index();
        String target = EntryWords.shadowTarget(step);
        if (step.inPaeRoot()) {
            return start
                    + "] "
                    + (step.present()
                            ? "sp" + model.walk().shadow().at(2).map(ShadowStep::page).orElse(-1)
                            : "0");
        }
        if (!step.present()) {
            return start
                    + "] "
                    + target
                    + "  "
                    + PICTURES.get(step.mmio() ? "walk-text.device" : "walk-text.miss");
        }
        return start + "] " + target + (step.leaf() ? " " + flags(step) : "");
    }

    private static String flags(ShadowStep step) {
        return EntryWords.flags(Spte.layout(step.spte(), step.level().number()), step.spte());
    }

    private static String mark(Tone tone) {
        return switch (tone) {
            case CURRENT, CHANGED -> ">   ";
            case FAULT -> "!   ";
            default -> "    ";
        };
    }

    private void pages(List<String> lines) {
        Gpa gpa = model.guestPage().orElse(null);
        Hpa address = model.hostPage().orElse(null);
        if (gpa != null || address != null) {
            pair(
                    lines,
                    gpa == null
                            ? ""
                            : "  "
                                    + PICTURES.get(
                                            "walk-text.page-gfn",
                                            gpa.gfn(),
                                            Hex.prefixed(gpa.offset())),
                    address == null
                            ? ""
                            : "  "
                                    + PICTURES.get(
                                            "walk-text.page-pfn",
                                            address.pfn(),
                                            Hex.prefixed(address.offset())));
        }
    }

    /// The pointer that a PAE guest has changed and not loaded.
    private Optional<String> cached() {
        return model.walk().guest().steps().stream()
                .filter(_ -> model.shows(OnStage.GUEST))
                .flatMap(step ->
                        step.replacedBy(model.state()).map(now -> cached(step, now)).stream())
                .findFirst();
    }

    private static String cached(GuestStep step, long now) {
        return PICTURES.get(
                "walk-text.cached",
                Names.entry(step.level().number()),
                step.index(),
                Hex.prefixed(step.entry()),
                Hex.prefixed(now));
    }

    private Optional<String> former() {
        return FormerEntry.of(model.state(), model.walk())
                .filter(_ -> model.shows(OnStage.SHADOW))
                .flatMap(entry -> entry.words(model.telling()));
    }

    private void standIns(List<String> lines) {
        if (!model.tellsHowMany() || !model.shows(OnStage.SHADOW)) {
            return;
        }
        lines.add("");
        for (int level = model.depth(); level >= 1; level--) {
            int at = level;
            model.walk()
                    .guestTable(level)
                    .ifPresent(table -> {
                        String start = PICTURES.get("walk-text.stand-for-gfn", table);
                        List<String> slots = model.slots(at).stream().map(s -> slot(s)).toList();
                        lines.addAll(Columns.of(start + " " + String.join(", ", slots)));
                        if (model.quartered() && model.shows(OnStage.LEGEND)) {
                            StandIns.why(at, model.telling())
                                    .ifPresent(why -> lines.addAll(Columns.of("  " + why)));
                        }
                    });
        }
    }

    private String slot(WalkModel.Slot slot) {
        String quadrant =
                slot.part().isWhole()
                        ? ""
                        : "q" + slot.part().quadrant() + "/" + slot.part().parts() + " ";
        return quadrant
                + (slot.page() == null
                        ? PICTURES.get("walk-text.not-made")
                        : new Thing.ShadowTable(slot.page().id()).id() + apart(slot.page()));
    }

    /// What of its role tells the page from its siblings, in brackets.
    private String apart(ShadowPage page) {
        String words = model.apart(page);
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    /// The picture in sentences.
    String spoken() {
        StringBuilder told = new StringBuilder();
        String phase = ", " + model.story().phase().words();
        told.append(title).append(model.shows(OnStage.CHAPTERS) ? phase : "").append('.');
        Stream.of(model.words(), ofGuest(guest()), lies(), ofShadow(shadow()))
                .filter(words -> !words.isEmpty())
                .forEach(words -> told.append(' ').append(words));
        cached().ifPresent(words -> told.append(' ').append(words));
        former().ifPresent(words -> told.append(' ').append(words));
        return told.toString();
    }

    /// Before the processor's walk is on stage: where the guest's page lies.
    private String lies() {
        return model.shows(OnStage.SHADOW)
                ? ""
                : model.hostPage()
                        .map(host -> PICTURES.get("walk-text.lies-in", host.pfn()))
                        .orElse("");
    }

    private String guest() {
        GuestWalk walk = model.walk().guest();
        if (walk.mode().depth() == 0) {
            return PICTURES.get("walk-text.guest-paging-off");
        }
        Stream<String> steps =
                walk.steps().stream()
                        .map(step ->
                                PICTURES.get(
                                        step.present()
                                                ? "walk-text.entry-names"
                                                : "walk-text.entry-absent",
                                        Names.entry(step.level().number()),
                                        step.index(),
                                        step.table(),
                                        EntryWords.guestTarget(step)));
        String end =
                walk.gpa() == null
                        ? PICTURES.get("walk-text.there-no-page")
                        : PICTURES.get("walk-text.page-is-gfn", walk.gpa().gfn());
        return sentence("walk-text.guest-steps", steps, end);
    }

    private static String sentence(String key, Stream<String> steps, String end) {
        return PICTURES.get(key, Stream.concat(steps, Stream.of(end)).collect(joining(", ")));
    }

    private String shadow() {
        if (model.walk().shadow().steps().isEmpty()) {
            return PICTURES.get("walk-text.there-no-shadow");
        }
        Stream<String> steps =
                model.walk().shadow().steps().stream()
                        .map(step ->
                                PICTURES.get("walk-text.entry", head(step).strip(), step.index()));
        String end =
                switch (model.walk().shadow().end()) {
                    case PAGE ->
                            model.hostPage()
                                    .map(host ->
                                            PICTURES.get("walk-text.host-page-pfn", host.pfn()))
                                    .orElseGet(() -> PICTURES.get("walk-text.page"));
                    case MISS -> PICTURES.get("walk-text.which-empty");
                    case MMIO -> PICTURES.get("walk-text.which-stands-for");
                    case NO_ROOT -> PICTURES.get("walk-text.no-root");
                };
        return sentence("walk-text.shadow-steps", steps, end);
    }
}
