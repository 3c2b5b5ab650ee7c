package shadewalk.lesson.author;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.lesson.Lesson;
import shadewalk.scenario.Machine;
import shadewalk.scenario.MemoryWord;
import shadewalk.scenario.Mode;
import shadewalk.scenario.ScenarioWriter;
import shadewalk.scenario.Step;
import shadewalk.state.Memslot;
import shadewalk.x86.Cr0;
import shadewalk.x86.Cr4;
import shadewalk.x86.Efer;
import shadewalk.x86.Page;
import shadewalk.x86.PagingMode;

/// A lesson to begin with: valid as it is, and waiting for words.
public final class Skeleton {

    private static final int WORDS_A_BLOCK = 1_024;

    private final JsonObject lesson = new JsonObject();

    private Skeleton(String title) {
        lesson.addProperty("format", Lesson.FORMAT);
        lesson.addProperty("id", id(title));
        lesson.addProperty("title", title);
        lesson.addProperty("language", "en");
        lesson.addProperty("kernel", Lesson.KERNEL);
        lesson.addProperty("minutes", 10);
        lesson.addProperty(
                "goal",
                "Say, step by step, what KVM does: " + title.toLowerCase(Locale.ROOT) + ".");
    }

    /// A lesson with a small 32-bit guest and one step.
    ///
    /// @param title up to 60 characters
    public static String of(String title) {
        Skeleton skeleton = new Skeleton(title);
        JsonObject page = new JsonObject();
        page.addProperty("name", "page");
        page.addProperty("gva", "0xc0801000");
        page.addProperty("gpa", "0x13000");
        page.addProperty("flags", "user writable");
        JsonObject machine = new JsonObject();
        machine.addProperty("mode", "32");
        machine.add("map", list(page));
        skeleton.lesson.add("machine", machine);
        JsonArray steps = new JsonArray();
        steps.add(step("First touch", "The guest reads at {{page}}.", "page", "read s page"));
        return skeleton.text(steps);
    }

    /// A lesson that does what was done: a machine as it was, and one step for each thing.
    ///
    /// The machine's tables are written as words of memory, since nobody knows any more what they
    /// were meant to be.
    public static String of(String title, Machine machine, List<Step> done) {
        Skeleton skeleton = new Skeleton(title);
        skeleton.lesson.add("machine", machine(machine));
        JsonArray steps = new JsonArray();
        for (Step step : done) {
            String line = ScenarioWriter.step(step, machine.mode());
            steps.add(step("Step " + (steps.size() + 1), "`" + line + "`", "", line));
        }
        if (done.isEmpty()) {
            steps.add(step("The beginning", "The guest has started.", "", ""));
        }
        return skeleton.text(steps);
    }

    private String text(JsonArray steps) {
        lesson.add("steps", steps);
        JsonObject source = new JsonObject();
        source.addProperty("kind", "kernel");
        source.addProperty("file", "arch/x86/kvm/mmu/mmu.c");
        source.addProperty("function", "page fault handling, v6.1");
        lesson.add("sources", list(source));
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(lesson)
                + "\n";
    }

    /// The id of a lesson with this title, `first-touch`.
    public static String id(String title) {
        String id =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String shortened = id.length() > 40 ? id.substring(0, 40).replaceAll("-$", "") : id;
        return shortened.isEmpty() ? "lesson" : shortened;
    }

    private static JsonObject step(String title, String narration, String address, String action) {
        JsonObject step = new JsonObject();
        step.addProperty("title", title);
        step.addProperty("narration", narration);
        if (!action.isEmpty()) {
            JsonArray actions = new JsonArray();
            actions.add(action);
            step.add("actions", actions);
        }
        JsonObject show = new JsonObject();
        show.addProperty("view", "walk");
        if (!address.isEmpty()) {
            show.addProperty("address", address);
        }
        show.addProperty("alt", "The guest's walk and the shadow's walk after this step.");
        step.add("show", show);
        step.add("expect", new JsonArray());
        return step;
    }

    private static JsonObject machine(Machine machine) {
        JsonObject json = new JsonObject();
        PagingMode mode = PagingMode.of(machine.cr0(), machine.cr4(), machine.efer());
        json.addProperty("mode", word(mode));
        json.add("cr0", bits(Cr0.LAYOUT, machine.cr0()));
        json.add("cr4", bits(Cr4.LAYOUT, machine.cr4()));
        json.add("efer", bits(Efer.LAYOUT, machine.efer()));
        JsonArray slots = new JsonArray();
        machine.memslots().forEach(slot -> slots.add(slot(slot)));
        json.add("memslots", slots);
        if (mode != PagingMode.OFF) {
            JsonObject root = new JsonObject();
            root.addProperty("name", "root");
            root.addProperty("level", mode.depth());
            root.addProperty("at", Hex.prefixed(Page.FRAME.inPlace(machine.cr3())));
            json.add("tables", list(root));
        }
        json.add("data", data(machine.memory()));
        if (machine.mmuPages() != 0) {
            json.addProperty("mmuPages", machine.mmuPages());
        }
        json.addProperty("mmio", Hex.prefixed(machine.mmioValue()));
        return json;
    }

    private static String word(PagingMode mode) {
        return switch (mode) {
            case OFF -> Mode.NONPAGING.word();
            case PT32 -> Mode.PT32.word();
            case PAE -> Mode.PAE.word();
            case LEVEL4, LEVEL5 -> Mode.LONG.word();
        };
    }

    private static JsonArray bits(Layout layout, long word) {
        JsonArray names = new JsonArray();
        for (Field field : layout.fields()) {
            if (field.in(word)) {
                names.add(field.name());
            }
        }
        return names;
    }

    private static JsonObject slot(Memslot slot) {
        JsonObject json = new JsonObject();
        json.addProperty("id", slot.id());
        json.addProperty("gpa", Hex.prefixed(slot.base().at(0).raw()));
        json.addProperty("size", Hex.prefixed(slot.pages() * Page.SIZE));
        JsonArray flags = new JsonArray();
        if (slot.readOnly()) {
            flags.add("ro");
        }
        if (slot.logDirty()) {
            flags.add("log");
        }
        if (slot.hugePages()) {
            flags.add("thp");
        }
        json.add("flags", flags);
        return json;
    }

    /// Words that follow one another, together.
    private static JsonArray data(List<MemoryWord> words) {
        JsonArray blocks = new JsonArray();
        JsonObject block = new JsonObject();
        long next = -1;
        for (MemoryWord word : words) {
            JsonArray values = block.getAsJsonArray("words");
            boolean follows =
                    word.gpa().raw() == next
                            && values != null
                            && values.size() < WORDS_A_BLOCK
                            && block.get("bytes").getAsInt() == word.bytes();
            if (!follows) {
                block = new JsonObject();
                block.addProperty("at", Hex.prefixed(word.gpa().raw()));
                block.addProperty("bytes", word.bytes());
                block.add("words", new JsonArray());
                blocks.add(block);
            }
            Objects.requireNonNull(block.getAsJsonArray("words"))
                    .add(Hex.padded(word.value(), word.bytes() * 2));
            next = word.gpa().raw() + word.bytes();
        }
        return blocks;
    }

    private static JsonArray list(JsonObject one) {
        JsonArray list = new JsonArray();
        list.add(one);
        return list;
    }
}
