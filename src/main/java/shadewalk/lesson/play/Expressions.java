package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.json.Spelling;
import shadewalk.read.GuestStep;
import shadewalk.read.Quadrant;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.state.Outcome;
import shadewalk.state.Registers;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;
import shadewalk.x86.Pfn;

/// The expressions that lessons use for numbers, so that no author types what the engine knows: a
/// table, one row for each word that an expression may begin with. What begins with none of them is
/// an address: a name, a number, or either with `+` and a number.
///
/// ` as hex`, ` as decimal` or ` as binary` behind one says how it is written.
final class Expressions {

    /// One kind of expression.
    ///
    /// @param word it begins with
    /// @param needs an example of what stands behind the word; what may be missing, in brackets
    record Row(String word, String needs, Meaning meaning) {

        /// What it comes to, in words.
        String words() {
            return PROBLEMS.get("expression." + word);
        }
    }

    /// Looks an expression up.
    interface Meaning {
        Value of(Expressions here, Arguments words) throws Unresolved;
    }

    static final List<Row> ROWS =
            List.of(
                    new Row("bits", "31:22 here", (e, w) -> e.bits(w)),
                    new Row(
                            "index",
                            "pde here",
                            (e, w) ->
                                    Value.decimal(
                                            e.entries.row(level(w)).index().of(e.address(w, 2)))),
                    new Row(
                            "shadow-index",
                            "pde here",
                            (e, w) ->
                                    Value.decimal(
                                            ShadowWalk.index(level(w), new Gva(e.address(w, 2))))),
                    new Row(
                            "quadrant",
                            "pte here",
                            (e, w) -> e.quadrant(level(w), e.address(w, 2))),
                    new Row("gpte", "pde here [FIELD]", (e, w) -> e.guestEntry(w)),
                    new Row("spte", "pte here [FIELD]", (e, w) -> e.shadowEntry(w)),
                    new Row("role", "pte here [FIELD]", (e, w) -> e.role(w)),
                    new Row("page", "pte here PART", (e, w) -> e.page(w)),
                    new Row("at", "pde here", (e, w) -> Value.hex(e.guest(w).at().raw())),
                    new Row("window", "pde here", (e, w) -> e.window(w)),
                    new Row(
                            "table",
                            "pte here",
                            (e, w) -> Value.hex(Page.FRAME.inPlace(e.guest(w).at().raw()))),
                    new Row("entry", "pte 0x15000 user writable", (e, w) -> e.entry(w)),
                    new Row(
                            "translate",
                            "here",
                            (e, w) -> Value.hex(e.entries.translate(e.address(w, 1)).raw())),
                    new Row("gfn", "pt", (e, w) -> Value.gfn(new Gpa(e.address(w, 1)).gfn())),
                    new Row("pfn", "page.gpa", (e, w) -> e.hostFrame(e.address(w, 1))),
                    new Row(
                            "stat",
                            "mmu_unsync",
                            (e, w) -> Value.decimal(e.state.stats().get(stat(w)))),
                    new Row("moved", "pf_taken", (e, w) -> e.moved(stat(w))),
                    new Row("events", "SpteSet level=1", (e, w) -> e.events(w)),
                    new Row("event", "PageFaultTaken error [2]", (e, w) -> e.event(w)),
                    new Row(
                            "pages",
                            "level=2 unsync=false",
                            (e, w) ->
                                    Value.decimal(
                                            Pages.count(e.state, e.moment.plain(w.parts(1))))),
                    new Row("register", "cr3 [FIELD]", (e, w) -> e.register(w)),
                    new Row("memory", "0x13234 [BYTES]", (e, w) -> e.memory(w)),
                    new Row("result", "[PART]", (e, w) -> e.result(w)),
                    new Row(
                            "generation",
                            "",
                            (e, w) -> Value.decimal(e.state.slots().generation())),
                    new Row("page-limit", "", (e, w) -> Value.decimal(e.state.shadow().maxPages())),
                    new Row("formula", "old pte here", (e, w) -> e.formula(w)),
                    new Row("formulas", "old place", (e, w) -> formulas(w)));

    private static final Map<String, Row> BY_WORD =
            ROWS.stream().collect(Collectors.toMap(Row::word, row -> row));

    private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int WIDE_FIELD = 9;

    private final Stretch moment;
    private final LessonNames names;
    private final State state;
    private final EntriesByLevel entries;

    Expressions(Stretch moment) {
        this.moment = moment;
        this.names = moment.stage().names();
        this.state = moment.state();
        this.entries = new EntriesByLevel(state);
    }

    /// Whether a text is meant as an expression and not as a word.
    static boolean looksLikeOne(String text, LessonNames names) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return false;
        }
        String first = words.getFirst();
        String base = base(first);
        return BY_WORD.containsKey(first)
                || names.has(base)
                || !base.isEmpty() && Character.isDigit(base.charAt(0));
    }

    static List<String> words(String text) {
        String tight = PLUS.matcher(text.strip()).replaceAll("+");
        return tight.isEmpty() ? List.of() : BLANKS.splitAsStream(tight).toList();
    }

    /// The word before a plus sign.
    static String base(String word) {
        int plus = word.indexOf('+');
        return plus < 0 ? word : word.substring(0, plus);
    }

    Value evaluate(String expression) throws Unresolved {
        List<String> words = words(expression);
        int size = words.size();
        if (size > 2 && words.get(size - 2).equals("as")) {
            return evaluate(words.subList(0, size - 2)).as(words.getLast());
        }
        return evaluate(words);
    }

    private Value evaluate(List<String> all) throws Unresolved {
        if (all.isEmpty()) {
            throw new Unresolved(PROBLEMS.get("expressions.expression-missing"));
        }
        Arguments words = new Arguments(all);
        if (all.size() == 1 && names.has(base(all.getFirst()))) {
            return plainAddress(words);
        }
        Row row = BY_WORD.get(all.getFirst());
        return row == null ? plainAddress(words) : row.meaning().of(this, words);
    }

    private Value plainAddress(Arguments words) throws Unresolved {
        if (words.size() > 1) {
            String first = words.get(0, PROBLEMS.get("expressions.expression"));
            throw new Unresolved(
                    PROBLEMS.get(
                            "expressions.begins-no-expression",
                            first,
                            Spelling.nearest(first, BY_WORD.keySet())
                                    .map(near -> PROBLEMS.get("expressions.did-you-mean", near))
                                    .orElse(PROBLEMS.get("expressions.readme-lists-them"))));
        }
        long address = address(words, 0);
        boolean short32 = entries.mode().depth() < 4 && address >>> 32 == 0;
        return short32 && names.isVirtual(base(words.get(0, PROBLEMS.get("expressions.address"))))
                ? Value.hex(address, 32)
                : Value.hex(address);
    }

    private long address(Arguments words, int at) throws Unresolved {
        return names.address(words.get(at, PROBLEMS.get("expressions.address")));
    }

    private static int level(Arguments words) throws Unresolved {
        return Levels.of(words.get(1, PROBLEMS.get("expressions.pte-pde-pdpte")));
    }

    private Value quadrant(int level, long gva) throws Unresolved {
        boolean whole = entries.mode() != PagingMode.PT32 || level > 2;
        return Value.decimal(whole ? 0 : Quadrant.ofAddress(new Gva(gva), level));
    }

    private Value bits(Arguments words) throws Unresolved {
        Field bits = Arguments.bits(words.get(1, "bits H:L"));
        return Value.decimal(bits.of(address(words, 2)));
    }

    private GuestStep guest(Arguments words) throws Unresolved {
        return entries.guest(level(words), address(words, 2));
    }

    private Value guestEntry(Arguments words) throws Unresolved {
        GuestStep step = guest(words);
        return field(step.layout(), step.entry(), words.rest(3), step.layout().width());
    }

    private Value shadowEntry(Arguments words) throws Unresolved {
        ShadowStep step = entries.shadow(level(words), address(words, 2));
        return field(step.layout(), step.spte(), words.rest(3), 64);
    }

    private static Value field(Layout layout, long word, String name, int bits) throws Unresolved {
        if (name.isEmpty() || name.equals("value")) {
            return Value.hex(word, bits);
        }
        for (Field field : layout.fields()) {
            if (field.name().equals(name)) {
                long value = field.of(word);
                return field.width() >= WIDE_FIELD ? Value.hex(value) : Value.decimal(value);
            }
        }
        if (Character.isDigit(name.charAt(0))) {
            return Value.hex(Arguments.bits(name).of(word));
        }
        throw new Unresolved(
                PROBLEMS.get(
                        "expressions.has-no-field",
                        layout,
                        name,
                        layout.fields().stream()
                                .map(Field::name)
                                .collect(Collectors.joining(", "))));
    }

    private Value role(Arguments words) throws Unresolved {
        Role role = entries.page(level(words), address(words, 2)).role();
        String name = words.rest(3);
        return Pages.part(
                EventParts.roleParts(role),
                name.isEmpty() ? "role" : name,
                PROBLEMS.get("expressions.role"));
    }

    private Value page(Arguments words) throws Unresolved {
        ShadowPage page = entries.page(level(words), address(words, 2));
        return Pages.part(
                Pages.parts(page),
                words.get(3, PROBLEMS.get("expressions.gfn-unsync-roots")),
                PROBLEMS.get("expressions.shadow-page"));
    }

    private Value window(Arguments words) throws Unresolved {
        long at = guest(words).at().raw();
        return Value.hex(
                moment.stage()
                        .windowTo(at)
                        .orElseThrow(() ->
                                new Unresolved(
                                        PROBLEMS.get(
                                                "expressions.no-mapping-machine",
                                                Hex.prefixed(at)))));
    }

    private Value entry(Arguments words) throws Unresolved {
        int level = entries.row(level(words)).number();
        String flags = words.rest(3);
        boolean large = Arguments.has(flags, "large");
        String others = Arguments.without(flags, "large");
        long value = Flags.entry(entries.mode(), level, large, address(words, 2), others);
        return Value.hex(value, entries.mode().entryBytes() * 8);
    }

    private Value hostFrame(long gpa) throws Unresolved {
        Pfn frame = state.frame(new Gpa(gpa).gfn());
        if (frame == null) {
            throw new Unresolved(PROBLEMS.get("expressions.no-memslot-at", Hex.prefixed(gpa)));
        }
        return Value.hex(frame.raw());
    }

    private static Stat stat(Arguments words) throws Unresolved {
        String name = words.get(1, PROBLEMS.get("expressions.counter"));
        return Stream.of(Stat.values())
                .filter(stat -> stat.kernelName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unresolved(PROBLEMS.get("expressions.kvm-has-no", name)));
    }

    private Value moved(Stat stat) {
        return Value.decimal(state.stats().get(stat) - moment.before().stats().get(stat));
    }

    private Value events(Arguments words) throws Unresolved {
        String event = words.get(1, PROBLEMS.get("expressions.event"));
        return Value.decimal(moment.count(new EventFilter(event, words.parts(2), 1)));
    }

    private Value event(Arguments words) throws Unresolved {
        return moment.part(
                words.get(1, PROBLEMS.get("expressions.event")),
                words.get(2, PROBLEMS.get("expressions.part-event")),
                words.size() > 3
                        ? LessonNames.number(words.get(3, PROBLEMS.get("expressions.which-one")))
                        : 1);
    }

    private Value formula(Arguments words) throws Unresolved {
        return Formulas.quadrant(
                words.get(1, PROBLEMS.get("expressions.formula")),
                Levels.of(words.get(2, PROBLEMS.get("expressions.pte-or-pde"))),
                address(words, 3));
    }

    private static Value formulas(Arguments words) throws Unresolved {
        return Formulas.differences(
                words.get(1, PROBLEMS.get("expressions.formula")),
                words.get(2, PROBLEMS.get("expressions.another-formula")));
    }

    private Value register(Arguments words) throws Unresolved {
        Registers.Name name =
                Arguments.register(words.get(1, PROBLEMS.get("expressions.cr0-cr2-cr3")));
        long word = state.cpu().registers().get(name);
        String bit = words.rest(2);
        if (bit.isEmpty()) {
            return Value.hex(word);
        }
        Layout layout =
                name.layout()
                        .orElseThrow(
                                () -> new Unresolved(PROBLEMS.get("expressions.no-bits", bit)));
        return field(layout, word, bit, layout.width());
    }

    private Value memory(Arguments words) throws Unresolved {
        Gpa at = new Gpa(address(words, 1));
        long bytes = words.size() > 2 ? LessonNames.number(words.get(2, "bytes")) : 4;
        if (bytes < 1 || bytes > 8 || at.offset() + bytes > Page.SIZE) {
            throw new Unresolved(PROBLEMS.get("expressions.memory-read-1"));
        }
        Long value = state.read(at, (int) bytes);
        if (value == null) {
            throw new Unresolved(PROBLEMS.get("expressions.no-memslot-at", at));
        }
        return Value.hex(value, (int) bytes * 8);
    }

    private Value result(Arguments words) throws Unresolved {
        Outcome outcome = moment.outcome();
        if (outcome == null) {
            throw new Unresolved(PROBLEMS.get("expressions.no-action-ends"));
        }
        String part = words.rest(1);
        Map<String, Value> parts = Results.parts(outcome);
        return Pages.part(
                parts,
                part.isEmpty() ? parts.keySet().iterator().next() : part.toLowerCase(Locale.ROOT),
                PROBLEMS.get("expressions.result-kind"));
    }
}
