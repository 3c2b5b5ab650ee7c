package shadewalk.ui.picture;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.read.Thing;

/// Tables and entries as the pictures write them: `sp12`, `sp12[5]`, `gfn 1f`, `gfn 1f[770]`,
/// `pae_root[3]`.
final class Written {

    private static final Pattern ENTRY = Pattern.compile("(.+)\\[(\\d{1,4})]");

    private Written() {}

    /// The thing that somebody means who writes this, if it is written like one.
    static Optional<Thing> thing(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
        Matcher entry = ENTRY.matcher(plain);
        if (!entry.matches()) {
            return whole(plain);
        }
        String table = entry.group(1);
        String index = (table.startsWith("sp") ? "/spte" : "/e") + entry.group(2);
        return whole(table + index);
    }

    private static Optional<Thing> whole(String id) {
        return Thing.of(id).filter(thing -> thing.id().equals(id));
    }
}
