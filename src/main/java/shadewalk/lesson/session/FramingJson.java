package shadewalk.lesson.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;

/// A [Framing] as it stands in a session file. Lengths are whole hundredths, so that reading and
/// writing never change them.
final class FramingJson {

    private static final double HUNDRED = 100;

    private FramingJson() {}

    static JsonObject write(Framing framing) {
        JsonObject json = new JsonObject();
        json.addProperty("address", Hex.prefixed(framing.address()));
        JsonArray notes = new JsonArray();
        for (Framing.Note note : framing.notes()) {
            JsonObject words = new JsonObject();
            words.addProperty("at", note.at());
            words.addProperty("text", note.words());
            notes.add(words);
        }
        json.add("notes", notes);
        json.addProperty("caption", framing.caption());
        json.addProperty("theme", framing.theme());
        json.addProperty("scale", Math.round(framing.scale() * HUNDRED));
        json.addProperty("outlined", framing.outlined());
        JsonArray crop = new JsonArray();
        framing.crop().forEach(length -> crop.add(Math.round(length * HUNDRED)));
        json.add("crop", crop);
        if (framing.dealing()) {
            json.addProperty("dealing", true);
        }
        return json;
    }

    /// Reads what [SessionFormat] has found in order.
    static Framing read(JsonObject json) {
        List<Framing.Note> notes = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray("notes")) {
            JsonObject note = each.getAsJsonObject();
            notes.add(
                    new Framing.Note(note.get("at").getAsString(), note.get("text").getAsString()));
        }
        List<Double> crop = new ArrayList<>();
        json.getAsJsonArray("crop").forEach(length -> crop.add(length.getAsLong() / HUNDRED));
        return new Framing(
                Hex.parse(json.get("address").getAsString()),
                notes,
                json.get("caption").getAsString(),
                json.get("theme").getAsString(),
                json.get("scale").getAsLong() / HUNDRED,
                json.get("outlined").getAsBoolean(),
                crop,
                json.has("dealing") && json.get("dealing").getAsBoolean());
    }
}
