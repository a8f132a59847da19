import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The last step of packaging: makes the start script executable, and lets the packaged program do once what people
/// do first, so that the JDK can write down what it learnt in the caches that the script starts with.
///
/// A cache only saves time. Where one cannot be made this says so and the build goes on.
///
/// Usage: `java packaging/TrainCaches.java target/stagecraft`
void main(String[] args) throws IOException {
    var home = Path.of(args[0]).toAbsolutePath();
    var windows = System.getProperty("os.name", "").startsWith("Windows");
    var script = home.resolve("bin").resolve(windows ? "stagecraft.cmd" : "stagecraft");
    script.toFile().setExecutable(true, false);
    train(script, "command-line", home.resolve("lib/command-line.aot"), List.of());
    train(
            script,
            "window",
            home.resolve("lib/window.aot"),
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
}

private void train(Path script, String what, Path cache, List<String> options)
        throws IOException {
    Files.deleteIfExists(cache); // the script uses one that is there, and training wants none
    var log = cache.resolveSibling(what + ".training.log");
    var all = new ArrayList<>(options);
    all.add("-XX:AOTCacheOutput=" + cache);
    var builder =
            new ProcessBuilder(script.toString(), "rehearse-" + what)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment()
            .put("JDK_JAVA_OPTIONS", String.join(" ", all.stream().map(o -> '"' + o + '"').toList()));
    try {
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (Files.exists(cache)) {
            Files.delete(log);
        } else {
            System.out.println("No start-up cache for the " + what + " (see " + log + "): it will start more slowly.");
        }
    } catch (IOException | InterruptedException e) {
        System.out.println("No start-up cache for the " + what + ": " + e.getMessage());
    }
}
