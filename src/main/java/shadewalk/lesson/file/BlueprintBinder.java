package shadewalk.lesson.file;

import java.util.Arrays;
import java.util.List;
import shadewalk.lesson.Blueprint;
import shadewalk.scenario.Machine;
import shadewalk.scenario.Mode;

/// Turns the `machine` of a file into a [Blueprint].
final class BlueprintBinder {

    private BlueprintBinder() {}

    static Blueprint machine(Parts machine) {
        return new Blueprint(
                mode(machine.text("mode")),
                machine.has("cr0") ? machine.texts("cr0") : List.of("WP"),
                machine.texts("cr4"),
                machine.texts("efer"),
                machine.text("cr3", ""),
                machine.objects("memslots").stream().map(BlueprintBinder::slot).toList(),
                machine.objects("tables").stream().map(BlueprintBinder::table).toList(),
                machine.objects("map").stream().map(BlueprintBinder::mapping).toList(),
                machine.objects("share").stream().map(BlueprintBinder::share).toList(),
                machine.objects("selfMap").stream().map(BlueprintBinder::selfMap).toList(),
                machine.objects("data").stream().map(BlueprintBinder::data).toList(),
                machine.dictionary("names"),
                machine.whole("mmuPages", 0),
                machine.number("mmio", Machine.MMIO_VALUE));
    }

    private static Mode mode(String word) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Blueprint.Slot slot(Parts slot) {
        return new Blueprint.Slot(
                slot.whole("id", 0),
                slot.number("gpa", 0),
                slot.number("size", 0),
                slot.texts("flags"));
    }

    private static Blueprint.Table table(Parts table) {
        return new Blueprint.Table(
                table.text("name"),
                table.whole("level", 1),
                table.text("at", ""),
                table.text("for", ""),
                table.text("root", ""),
                table.text("flags", Blueprint.UPPER_FLAGS));
    }

    private static Blueprint.Mapping mapping(Parts map) {
        return new Blueprint.Mapping(
                map.text("name", ""),
                map.text("gva"),
                map.text("gpa"),
                map.text("page", "4K"),
                map.whole("count", 1),
                map.text("flags", Blueprint.LEAF_FLAGS),
                map.text("upper", Blueprint.UPPER_FLAGS),
                map.text("root", ""));
    }

    private static Blueprint.Share share(Parts share) {
        return new Blueprint.Share(
                share.text("table"),
                share.text("gva"),
                share.text("root", ""),
                share.text("flags", Blueprint.UPPER_FLAGS));
    }

    private static Blueprint.SelfMap selfMap(Parts map) {
        return new Blueprint.SelfMap(
                map.text("gva"), map.text("root", ""), map.text("flags", Blueprint.LEAF_FLAGS));
    }

    private static Blueprint.Data data(Parts data) {
        return new Blueprint.Data(
                data.text("name", ""),
                data.text("at"),
                data.whole("bytes", 4),
                data.numbers("words"));
    }
}
