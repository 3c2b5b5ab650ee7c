package shadewalk.diagram.tell;

/// What the manuals and KVM call the tables of each level.
public final class Names {

    private Names() {}

    /// `page table`, `page directory`, ...
    public static String table(int level) {
        return switch (level) {
            case 1 -> "page table";
            case 2 -> "page directory";
            case 3 -> "page directory pointers";
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
        return switch (level) {
            case 1 -> "PTE";
            case 2 -> "PDE";
            case 3 -> "PDPTE";
            default -> "PML" + level + "E";
        };
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
}
