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
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.Stat;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;
import shadewalk.x86.Pfn;

/// The expressions that lessons use for numbers, so that no author types what the engine knows.
///
/// | expression                        | what it comes to                                       |
/// |-----------------------------------|--------------------------------------------------------|
/// | `here`, `page+0x10`, `0x1000`     | an address                                             |
/// | `bits 31:22 here`                 | bits of an address                                     |
/// | `index pde here`                  | which entry of the guest's table the address uses      |
/// | `shadow-index pde here`           | which entry of the shadow table                        |
/// | `quadrant pte here`               | the quadrant of the shadow table of those entries      |
/// | `gpte pde here [FIELD]`           | the guest's entry, or a field of it                    |
/// | `spte pte here [FIELD]`           | the shadow's entry, or a field of it                   |
/// | `role pte here [FIELD]`           | the role of the shadow page that holds that entry      |
/// | `page pte here PART`              | that page's gfn, unsync, roots, flooding or parents    |
/// | `at pde here`                     | where the guest's entry lies in guest memory           |
/// | `window pde here`                 | a virtual address at which the guest can write it      |
/// | `table pte here`                  | where the guest's table lies in guest memory           |
/// | `entry pte 0x15000 user writable` | an entry made of an address and flags                  |
/// | `translate here`                  | the guest physical address                             |
/// | `gfn pt`, `pfn 0x15000`           | a guest frame; the host frame behind an address        |
/// | `stat mmu_unsync`, `moved pf_taken` | a counter; how far it moved in this step             |
/// | `events SpteSet level=1`          | how many such events this step had                     |
/// | `event PageFaultTaken error [2]`  | a part of the first such event of this step, or of the second |
/// | `pages level=2 unsync=false`      | how many such shadow pages there are                   |
/// | `register cr3 [FIELD]`            | a control register                                     |
/// | `memory 0x13234 [BYTES]`          | guest memory                                           |
/// | `result [value, vector, error, cr2, kind]` | how the last action ended                     |
/// | `generation`                      | the memslot generation                                 |
/// | `page-limit`                      | how many shadow pages KVM may keep                     |
/// | `formula old pte here`            | the quadrant by a formula: old, short, place, halves   |
/// | `formulas old place`              | at how many pieces of 2 MiB two formulas differ        |
///
/// ` as hex`, ` as decimal` or ` as binary` behind one says how it is written.
final class Expressions {

    private static final List<String> WORDS =
            List.of(
                    "bits",
                    "index",
                    "shadow-index",
                    "quadrant",
                    "gpte",
                    "spte",
                    "role",
                    "page",
                    "at",
                    "window",
                    "table",
                    "entry",
                    "translate",
                    "gfn",
                    "pfn",
                    "stat",
                    "moved",
                    "events",
                    "event",
                    "page-limit",
                    "pages",
                    "register",
                    "memory",
                    "result",
                    "generation",
                    "formula",
                    "formulas");

    private static final Pattern PLUS = Pattern.compile("\\s*\\+\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int WIDE_FIELD = 9;

    private final Moment moment;
    private final Names names;
    private final State state;
    private final Entries entries;

    Expressions(Moment moment) {
        this.moment = moment;
        this.names = moment.stage().names();
        this.state = moment.state();
        this.entries = new Entries(state);
    }

    /// Whether a text is meant as an expression and not as a word.
    static boolean looksLikeOne(String text, Names names) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return false;
        }
        String first = words.getFirst();
        String base = base(first);
        return WORDS.contains(first)
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
        return switch (all.getFirst()) {
            case "bits" ->
                    Value.decimal(Arguments.bits(words.get(1, "bits H:L")).of(address(words, 2)));
            case "index" -> Value.decimal(entries.row(level(words)).index().of(address(words, 2)));
            case "shadow-index" ->
                    Value.decimal(ShadowWalk.index(level(words), new Gva(address(words, 2))));
            case "quadrant" -> quadrant(level(words), address(words, 2));
            case "gpte" -> guestEntry(words);
            case "spte" -> shadowEntry(words);
            case "role" -> role(words);
            case "page" -> page(words);
            case "at" -> Value.hex(entries.guest(level(words), address(words, 2)).at().raw());
            case "window" -> window(words);
            case "table" -> table(words);
            case "entry" -> entry(words);
            case "translate" -> Value.hex(entries.translate(address(words, 1)).raw());
            case "gfn" -> Value.gfn(new Gpa(address(words, 1)).gfn());
            case "pfn" -> hostFrame(address(words, 1));
            case "stat" -> Value.decimal(state.stats().get(stat(words)));
            case "moved" ->
                    Value.decimal(
                            state.stats().get(stat(words))
                                    - moment.before().stats().get(stat(words)));
            case "events" ->
                    Value.decimal(
                            moment.count(
                                    new EventFilter(
                                            words.get(1, PROBLEMS.get("expressions.event")),
                                            words.parts(2),
                                            1)));
            case "event" ->
                    moment.part(
                            words.get(1, PROBLEMS.get("expressions.event")),
                            words.get(2, PROBLEMS.get("expressions.part-event")),
                            words.size() > 3
                                    ? Names.number(
                                            words.get(3, PROBLEMS.get("expressions.which-one")))
                                    : 1);
            case "pages" -> Value.decimal(Pages.count(state, moment.plain(words.parts(1))));
            case "register" -> register(words);
            case "memory" -> memory(words);
            case "result" -> result(words);
            case "formula" ->
                    Formulas.quadrant(
                            words.get(1, "a formula"),
                            Levels.of(words.get(2, PROBLEMS.get("expressions.pte-or-pde"))),
                            address(words, 3));
            case "formulas" ->
                    Formulas.differences(
                            words.get(1, "a formula"),
                            words.get(2, PROBLEMS.get("expressions.another-formula")));
            case "page-limit" -> Value.decimal(state.shadow().maxPages());
            case "generation" -> Value.decimal(state.slots().generation());
            default -> plainAddress(words);
        };
    }

    private Value plainAddress(Arguments words) throws Unresolved {
        if (words.size() > 1) {
            String first = words.get(0, PROBLEMS.get("expressions.expression"));
            throw new Unresolved(
                    PROBLEMS.get(
                            "expressions.begins-no-expression",
                            first,
                            Spelling.nearest(first, WORDS)
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

    private Value guestEntry(Arguments words) throws Unresolved {
        GuestStep step = entries.guest(level(words), address(words, 2));
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
        return Pages.part(EventParts.roleParts(role), name.isEmpty() ? "role" : name, "a role");
    }

    private Value page(Arguments words) throws Unresolved {
        ShadowPage page = entries.page(level(words), address(words, 2));
        return Pages.part(
                Pages.parts(page),
                words.get(3, PROBLEMS.get("expressions.gfn-unsync-roots")),
                PROBLEMS.get("expressions.shadow-page"));
    }

    private Value window(Arguments words) throws Unresolved {
        long at = entries.guest(level(words), address(words, 2)).at().raw();
        return Value.hex(
                moment.stage()
                        .windowTo(at)
                        .orElseThrow(() ->
                                new Unresolved(
                                        PROBLEMS.get(
                                                "expressions.no-mapping-machine",
                                                Hex.prefixed(at)))));
    }

    private Value table(Arguments words) throws Unresolved {
        Gpa at = entries.guest(level(words), address(words, 2)).at();
        return Value.hex(Page.FRAME.inPlace(at.raw()));
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
        String name = words.get(1, "a counter");
        return Stream.of(Stat.values())
                .filter(stat -> stat.kernelName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unresolved(PROBLEMS.get("expressions.kvm-has-no", name)));
    }

    private Value register(Arguments words) throws Unresolved {
        return Registered.of(words.get(1, PROBLEMS.get("expressions.cr0-cr2-cr3")))
                .value(state.cpu().registers(), words.rest(2));
    }

    private Value memory(Arguments words) throws Unresolved {
        Gpa at = new Gpa(address(words, 1));
        long bytes = words.size() > 2 ? Names.number(words.get(2, "bytes")) : 4;
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
