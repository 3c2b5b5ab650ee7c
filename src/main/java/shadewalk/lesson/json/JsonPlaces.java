package shadewalk.lesson.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where each value of a JSON text begins.
public final class JsonPlaces {

    /// Those of a file that has not been written yet.
    public static final JsonPlaces NONE = none("");

    private final String text;
    private final int[] lineStarts;
    private final List<Integer> values;
    private final Map<String, Integer> byPath = new HashMap<>();

    private JsonPlaces(String text, List<Integer> values) {
        this.text = text;
        this.values = values;
        this.lineStarts = lineStarts(text);
    }

    /// The values of a well-formed text, in the order in which they begin.
    static JsonPlaces of(String text) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                int end = endOfString(text, at);
                if (!isName(text, end)) {
                    starts.add(at);
                }
                at = end;
            } else if (c == '{' || c == '[') {
                starts.add(at++);
            } else if (Character.isLetterOrDigit(c) || c == '-') {
                starts.add(at);
                at = endOfWord(text, at);
            } else {
                at++;
            }
        }
        return new JsonPlaces(text, starts);
    }

    /// The place of a text that is not well-formed.
    static JsonPlaces none(String text) {
        return new JsonPlaces(text, List.of());
    }

    private static int endOfString(String text, int at) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private static boolean isName(String text, int end) {
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && "{}[],: \t\r\n\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Says that value number `position` of the text has this path.
    void put(String path, int position) {
        if (position < values.size()) {
            byPath.putIfAbsent(path, values.get(position));
        }
    }

    /// A problem with the value at `path`, or with the nearest value around it that is there.
    public Problem problem(String path, String sentence) {
        String near = path;
        while (!near.isEmpty() && !byPath.containsKey(near)) {
            near = near.substring(0, Math.max(near.lastIndexOf('.'), near.lastIndexOf('[')));
        }
        return problemAt(path, byPath.getOrDefault(near, 0), sentence);
    }

    private Problem problemAt(String path, int offset, String sentence) {
        int found = Arrays.binarySearch(lineStarts, Math.min(offset, text.length()));
        int line = found >= 0 ? found : -found - 2;
        return new Problem(path, line + 1, offset - lineStarts[line] + 1, sentence);
    }
}
