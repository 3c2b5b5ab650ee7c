package shadewalk.read.tell;

import static shadewalk.text.Texts.ANSWERS;

import java.util.stream.Collectors;
import shadewalk.bits.Field;
import shadewalk.read.Portion;
import shadewalk.read.Siblings;
import shadewalk.state.Acc;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.State;

/// What the manuals and KVM call the tables of each level.
public final class Names {

    private Names() {}

    /// `page table`, `page directory`, ...
    public static String table(int level) {
        return switch (level) {
            case 1 -> ANSWERS.get("names.page-table");
            case 2 -> ANSWERS.get("names.page-directory");
            case 3 -> ANSWERS.get("names.page-directory-pointers");
            default -> "PML" + level;
        };
    }

    /// `PT`, `PD`, `PDPT`, `PML4`, `PML5`.
    public static String shortTable(int level) {
        return switch (level) {
            case 1 -> "PT";
            case 2 -> "PD";
            case 3 -> "PDPT";
            default -> "PML" + level;
        };
    }

    /// `PTE`, `PDE`, `PDPTE`, `PML4E`, `PML5E`.
    public static String entry(int level) {
        return shortTable(level) + "E";
    }

    /// `1,024`.
    public static String count(long number) {
        return number < 1000
                ? String.valueOf(number)
                : count(number / 1000) + "," + String.valueOf(1000 + number % 1000).substring(1);
    }

    /// A power of two of bytes, `4 KiB` to `256 TiB`.
    public static String size(int bits) {
        String unit = " KMGTPE".charAt(bits / 10) + "iB";
        return (1 << bits % 10) + " " + unit.trim();
    }

    /// A part of a table's reach: `upper 2 MiB`, `4th GiB`, or all of it, `2 MiB`.
    public static String part(Portion part) {
        return switch (part.parts()) {
            case 2 -> ANSWERS.get("names.half." + part.quadrant());
            case 4 -> ANSWERS.get("names.quarter." + part.quadrant());
            default -> size(part.bits());
        };
    }

    /// What of its role tells a shadow page from its siblings: `access w-x, cr0_wp 1`; empty for
    /// nothing.
    public static String apart(State state, ShadowPage page) {
        return Siblings.toldApartBy(state, page).stream()
                .map(field -> field.name() + " " + value(field, page.role()))
                .collect(Collectors.joining(", "));
    }

    private static String value(Field field, Role role) {
        return field.equals(Role.ACCESS)
                ? Acc.name(role.access())
                : String.valueOf(field.of(role.word()));
    }

    /// What a part is and by which address bits: `q1 is the upper 2 MiB of the 4 MiB that the guest
    /// PT maps: the guest's entries 512-1023, where address bit 21 is 1`.
    public static String partOf(Portion part) {
        String table = ANSWERS.get("names.guest", shortTable(part.level()));
        if (part.isWhole()) {
            return ANSWERS.get("names.stands-for-all", table, part.last());
        }
        int wide = part.chosenBy().width();
        String value =
                String.format("%" + wide + "s", Integer.toBinaryString(part.quadrant()))
                        .replace(' ', '0');
        return ANSWERS.get(
                "names.q-maps-guest",
                part.quadrant(),
                part(part),
                size(part.bits() + wide),
                table,
                part.first(),
                part.last(),
                wide,
                part.chosenBy().range(),
                value);
    }
}
