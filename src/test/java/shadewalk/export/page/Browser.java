package shadewalk.export.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Chromium without a screen, told what to do through its driver.
///
/// Source: W3C WebDriver.
final class Browser implements AutoCloseable {

    static final String ARROW_LEFT = "\ue012";
    static final String ARROW_RIGHT = "\ue014";
    static final String HOME = "\ue011";
    static final String END = "\ue010";
    static final String TAB = "\ue004";
    static final String ENTER = "\ue007";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final Gson gson = new Gson();
    private final Process driver;
    private final String base;
    private String session = "";

    private Browser(Path driver, Path chromium, Path folder) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        this.driver =
                new ProcessBuilder(driver.toString(), "--port=" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("driver.log").toFile())
                        .start();
        base = "http://127.0.0.1:" + port;
        awaitDriver();
        Map<String, Object> options =
                Map.of(
                        "binary",
                        chromium.toString(),
                        "args",
                        List.of(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--window-size=1280,800",
                                "--user-data-dir=" + folder.resolve("profile")));
        Object wanted = Map.of("alwaysMatch", Map.of("goog:chromeOptions", options));
        JsonObject made = post("/session", Map.of("capabilities", wanted)).getAsJsonObject();
        session = "/session/" + made.get("sessionId").getAsString();
    }

    /// Starts one, if both the browser and its driver are installed.
    static Optional<Browser> start(Path folder) throws IOException {
        Optional<Path> driver = program("chromedriver");
        Optional<Path> chromium = program("chromium");
        return driver.isPresent() && chromium.isPresent()
                ? Optional.of(new Browser(driver.get(), chromium.get(), folder))
                : Optional.empty();
    }

    private static Optional<Path> program(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void open(Path page) throws IOException {
        post(session + "/url", Map.of("url", page.toUri().toString()));
    }

    /// Types keys where the focus is.
    void type(String keys) throws IOException {
        List<Object> actions = new ArrayList<>();
        for (String key : keys.codePoints().mapToObj(Character::toString).toList()) {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        }
        Object source = Map.of("type", "key", "id", "keyboard", "actions", actions);
        post(session + "/actions", Map.of("actions", List.of(source)));
    }

    void click(String css) throws IOException {
        post(element(css) + "/click", Map.of());
    }

    /// What a script returns.
    JsonElement run(String script) throws IOException {
        return post(session + "/execute/sync", Map.of("script", script, "args", new JsonArray()));
    }

    String text(String css) throws IOException {
        return get(element(css) + "/text").getAsString();
    }

    /// What a screen reader calls an element, behind its role.
    String spoken(String css) throws IOException {
        String element = element(css);
        return get(element + "/computedrole").getAsString()
                + ": "
                + get(element + "/computedlabel").getAsString();
    }

    void saveScreenshot(Path file) throws IOException {
        Files.write(file, Base64.getDecoder().decode(get(session + "/screenshot").getAsString()));
    }

    private String element(String css) throws IOException {
        JsonElement found =
                post(session + "/element", Map.of("using", "css selector", "value", css));
        return session + "/element/" + found.getAsJsonObject().get(ELEMENT).getAsString();
    }

    private void awaitDriver() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                get("/status");
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !driver.isAlive()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private JsonElement get(String path) throws IOException {
        return send("GET", path, "");
    }

    private JsonElement post(String path, Map<String, ?> body) throws IOException {
        return send("POST", path, gson.toJson(body));
    }

    private JsonElement send(String method, String path, String body) throws IOException {
        var request = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        request.setRequestMethod(method);
        request.setReadTimeout((int) PATIENCE.toMillis());
        if (!body.isEmpty()) {
            request.setDoOutput(true);
            request.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        boolean failed = request.getResponseCode() >= 400;
        try (InputStream answer = failed ? request.getErrorStream() : request.getInputStream()) {
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            JsonElement value = JsonParser.parseString(text).getAsJsonObject().get("value");
            if (failed) {
                throw new IllegalStateException(value.toString());
            }
            return value;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!session.isEmpty()) {
                send("DELETE", session, "");
            }
        } finally {
            driver.destroy();
        }
    }
}
