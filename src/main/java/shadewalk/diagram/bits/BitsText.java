package shadewalk.diagram.bits;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.read.BitFate;
import shadewalk.read.EntryPair;
import shadewalk.read.GuestStep;
import shadewalk.read.ShadowStep;
import shadewalk.read.Telling;
import shadewalk.read.WhatIf;
import shadewalk.read.tell.Names;
import shadewalk.text.Columns;

/// The two entries in plain text: a line for each field with what became of it.
record BitsText(EntryPair pair, @Nullable WhatIf whatIf, List<BitFate> fates, Telling telling) {

    /// The field's name, the guest's where there are two.
    static String name(BitFate fate) {
        Field guest = fate.guest();
        Field shadow = fate.shadow();
        Field field = guest == null ? shadow : guest;
        return field == null ? "" : field.name();
    }

    String title() {
        return PICTURES.get("bits-text.and", guestName(), shadowName());
    }

    String guestName() {
        GuestStep step = pair.guest();
        return step == null
                ? PICTURES.get("bits-text.no-guest-entry")
                : PICTURES.get(
                        "bits-text.guest-in-gfn",
                        Names.entry(step.level().number()),
                        step.index(),
                        step.table());
    }

    private String shadowName() {
        ShadowStep step = pair.shadow();
        return step == null
                ? PICTURES.get("bits-text.no-spte")
                : PICTURES.get("bits-text.spte-in-sp", step.index(), step.page());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        GuestStep guest = pair.guest();
        ShadowStep shadow = pair.shadow();
        if (whatIf != null) {
            lines.addAll(Columns.of(whatIf.question() + " " + whatIf.outcome()));
            lines.add("");
        }
        lines.add(
                guestName()
                        + (guest == null
                                ? ""
                                : "  " + Hex.padded(guest.entry(), guest.layout().width() / 4)));
        lines.add(shadowName() + (shadow == null ? "" : "  " + Hex.padded(shadow.spte(), 16)));
        lines.add("");
        if (pair.apartWords(telling).isPresent()) {
            lines.addAll(Columns.of(pair.apartWords(telling).get()));
            return lines;
        }
        lines.add(PICTURES.get("bits-text.guest-field-spte"));
        for (BitFate fate : fates) {
            String line =
                    column(fate.guest(), guest == null ? 0 : guest.entry())
                            + column(fate.shadow(), shadow == null ? 0 : shadow.spte())
                            + fate.word();
            lines.add(line.stripTrailing());
        }
        List<String> whys = whys(", ").flatMap(why -> Columns.of(why).stream()).toList();
        if (!whys.isEmpty()) {
            lines.add("");
            lines.addAll(whys);
        }
        return lines;
    }

    /// What needs explaining: field, fate and reason.
    private Stream<String> whys(String between) {
        return fates.stream()
                .filter(fate -> !fate.why().isEmpty())
                .map(fate -> name(fate) + between + fate.word() + ": " + fate.why());
    }

    private static String column(@Nullable Field field, long word) {
        String text =
                field == null
                        ? ""
                        : field.name() + "[" + field.range() + "]=" + Hex.of(field.of(word));
        return text.length() >= 22 ? text + " " : text + " ".repeat(22 - text.length());
    }

    String spoken() {
        StringBuilder told = new StringBuilder();
        if (whatIf != null) {
            told.append(whatIf.question()).append(' ').append(whatIf.outcome()).append(' ');
        }
        told.append(title()).append(". ");
        pair.apartWords(telling).ifPresent(told::append);
        for (BitFate.Kind kind : BitFate.Kind.values()) {
            List<String> names =
                    fates.stream().filter(fate -> fate.kind() == kind).map(BitsText::name).toList();
            if (!names.isEmpty()) {
                told.append(said(kind, String.join(", ", names))).append(' ');
            }
        }
        whys(" ").forEach(why -> told.append(why).append(". "));
        return told.toString().strip();
    }

    private static String said(BitFate.Kind kind, String fields) {
        return switch (kind) {
            case KEPT -> PICTURES.get("bits-text.kept", fields);
            case DROPPED -> PICTURES.get("bits-text.dropped", fields);
            case ADDED -> PICTURES.get("bits-text.added", fields);
            case MOVED -> PICTURES.get("bits-text.moved", fields);
        };
    }
}
