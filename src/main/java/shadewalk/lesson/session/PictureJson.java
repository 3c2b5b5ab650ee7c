package shadewalk.lesson.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.read.Aim;
import shadewalk.read.Note;
import shadewalk.read.Picture;
import shadewalk.read.View;
import shadewalk.x86.Gva;

/// The picture that carries a session, as it stands in the file: what of a [View] is in no other
/// part of it, and its [Framing]. Lengths are whole hundredths, so that reading and writing never
/// change them.
final class PictureJson {

    private static final double HUNDRED = 100;

    private PictureJson() {}

    static JsonObject write(View view, Framing framing) {
        JsonObject json = new JsonObject();
        json.addProperty("address", Hex.prefixed(view.address().raw()));
        JsonArray notes = new JsonArray();
        for (Note note : view.notes()) {
            JsonObject words = new JsonObject();
            words.addProperty("at", note.at());
            words.addProperty("text", note.words());
            notes.add(words);
        }
        json.add("notes", notes);
        json.addProperty("caption", framing.caption().orElse(""));
        json.addProperty("theme", framing.theme());
        json.addProperty("scale", Math.round(framing.scale() * HUNDRED));
        json.addProperty("outlined", framing.outlined());
        JsonArray crop = new JsonArray();
        framing.crop().forEach(length -> crop.add(Math.round(length * HUNDRED)));
        json.add("crop", crop);
        if (view.aim().dealing() && view.picture() == Picture.QUADRANTS) {
            json.addProperty("dealing", true);
        }
        return json;
    }

    /// What is seen in the picture that [SessionFormat] has found in order.
    static View view(View plain, JsonObject json) {
        List<Note> notes = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray("notes")) {
            JsonObject note = each.getAsJsonObject();
            notes.add(new Note(note.get("at").getAsString(), note.get("text").getAsString()));
        }
        Gva address = new Gva(Hex.parse(json.get("address").getAsString()));
        boolean dealing = json.has("dealing") && json.get("dealing").getAsBoolean();
        return plain.at(dealing ? Aim.dealtTo(address) : Aim.at(address)).noting(notes);
    }

    /// How it was taken.
    static Framing framing(JsonObject json) {
        List<Double> crop = new ArrayList<>();
        json.getAsJsonArray("crop").forEach(length -> crop.add(length.getAsLong() / HUNDRED));
        return new Framing(
                json.get("theme").getAsString(),
                json.get("scale").getAsLong() / HUNDRED,
                json.get("outlined").getAsBoolean(),
                Optional.of(json.get("caption").getAsString()),
                crop,
                List.of(),
                true);
    }
}
