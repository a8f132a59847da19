import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how fast the packaged program is, prints the table, and puts it into the README. Each figure is the median of
/// several processes, started one after the other. The window needs a screen to be measured on: the display at hand, or one of
/// its own where Xvfb and GTK are installed. Else it comes up on JavaFX's headless platform, which has no screen and copies every
/// frame pixel by pixel on the UI thread instead; that takes longer than the frame.
///
/// Usage: `java packaging/Measure.java target/stagecraft README.md`
private static final int RUNS = 9;

private static final int WINDOWS = 5;

/// One process: wall time until its first line and until its end, the most memory it held (0 where the system does not tell),
/// and what it printed.
record Run(long first, long millis, long kilobytes, String out) {}

/// What the window comes up on.
///
/// @param environment what the program is started with
/// @param words for the line under the table
record Screen(Map<String, String> environment, String words, Optional<Process> server) implements AutoCloseable {
    static Screen find() throws IOException {
        if (System.getenv("DISPLAY") != null) {
            return new Screen(Map.of(), "on a display", Optional.empty());
        }
        if (installed("Xvfb") && installed("libgtk-3.so.0")) {
            var server =
                    new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var number = server.inputReader().readLine();
            if (number != null) {
                return new Screen(
                        Map.of("DISPLAY", ":" + number.strip()),
                        "an X display in memory (Xvfb) and no graphics card",
                        Optional.of(server));
            }
        }
        return new Screen(
                Map.of("JDK_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw"),
                "no display and no graphics card",
                Optional.empty());
    }

    private static boolean installed(String file) throws IOException {
        for (var folder : List.of("/usr/bin", "/usr/lib64", "/usr/lib", "/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu")) {
            if (Files.exists(Path.of(folder, file))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}

void main(String[] args) throws Exception {
    try (var screen = Screen.find()) {
        measure(args, screen);
    }
}

private static void measure(String[] args, Screen screen) throws Exception {
    var home = Path.of(args[0]).toAbsolutePath();
    var windows = System.getProperty("os.name", "").startsWith("Windows");
    var program = home.resolve("bin").resolve(windows ? "stagecraft.cmd" : "stagecraft").toString();
    var folder = Files.createTempDirectory(home.getParent(), "measure");
    var design = folder.resolve("design.json").toString();
    run(List.of(program, "new", "--template", "release", "--out", design));

    var rows = new ArrayList<String>();
    for (var command :
            List.of(
                    List.of("validate", design),
                    List.of("export", design, "--to", "cloudformation", "--out", folder.toString()))) {
        var line = new ArrayList<>(List.of(program));
        line.addAll(command);
        var runs = new ArrayList<Run>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(run(line));
        }
        var name = "`stagecraft " + command.getFirst() + "` of the starter, cold";
        rows.add(row(name, median(runs.stream().map(r -> (double) r.millis()).toList()), "ms", 400));
        rows.add(row("memory it takes", median(runs.stream().map(r -> r.kilobytes() / 1024.0).toList()), "MB", 150));
    }

    var shown = new ArrayList<Run>();
    for (int i = 0; i < WINDOWS; i++) {
        shown.add(run(List.of(program, "rehearse-window"), screen.environment()));
    }
    rows.add(
            row(
                    "first usable window, from the start of the process",
                    median(shown.stream().map(r -> (double) r.first()).toList()),
                    "ms",
                    1000));
    rows.add(
            row(
                    "processor time until then, of all cores together",
                    median(shown.stream().map(r -> figures(r.out()).get("first-window-cpu")).toList()),
                    "ms",
                    1200));
    rows.add(
            row(
                    "the longest that the window stands still while its panes fill in",
                    median(shown.stream().map(r -> figures(r.out()).get("fill-worst")).toList()),
                    "ms",
                    20));
    var last = figures(run(List.of(program, "measure-window"), screen.environment()).out());
    rows.add(row("an edit, until the screen shows it (median)", last.get("edit-median"), "ms", 30));
    rows.add(row("the slowest of 40 edits", last.get("edit-worst"), "ms", 30));
    rows.add(
            row(
                    "frames missed of " + last.get("frames").intValue() + " while panning and zooming 200 actions",
                    last.get("frames-missed"),
                    "",
                    0));

    var table = "| what | measured | wanted |\n|---|---|---|\n" + String.join("", rows) + "\n" + machine(screen);
    System.out.print(table);
    if (args.length > 1) {
        write(Path.of(args[1]), table);
    }
    try (var all = Files.walk(folder)) {
        for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(path);
        }
    }
}

private static String row(String what, double value, String unit, int wanted) {
    var shown = String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f" : "%.1f", value);
    return "| %s | %s | %s |\n".formatted(what, (shown + " " + unit).strip(), wanted == 0 ? "0" : "≤ " + wanted + " " + unit);
}

private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
}

private static Run run(List<String> line) throws IOException, InterruptedException {
    return run(line, Map.of());
}

private static Run run(List<String> line, Map<String, String> environment) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    var start = System.nanoTime();
    var process = builder.start();
    var first = new AtomicLong();
    var out = new StringBuilder();
    var reading =
            Thread.ofPlatform().start(
                    () ->
                            process.inputReader().lines().forEach(
                                    text -> {
                                        first.compareAndSet(0, System.nanoTime() - start);
                                        out.append(text).append('\n');
                                    }));
    long most = 0;
    while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
        most = Math.max(most, peak(process.pid()));
    }
    var millis = (System.nanoTime() - start) / 1_000_000;
    reading.join();
    if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", line) + " ended with " + process.exitValue() + ": " + out);
    }
    return new Run(first.get() / 1_000_000, millis, most, out.toString());
}

/// What Linux says was the most memory that a process has held so far.
private static long peak(long pid) {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
        return lines.filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
        return 0; // over, or another system
    }
}

private static Map<String, Double> figures(String out) {
    var figures = new HashMap<String, Double>();
    out.lines()
            .filter(l -> l.matches("[a-z-]+=[0-9.]+"))
            .map(l -> l.split("="))
            .forEach(part -> figures.put(part[0], Double.parseDouble(part[1])));
    return figures;
}

private static String machine(Screen screen) throws IOException {
    var name = Optional.of(Path.of("/proc/cpuinfo"))
            .filter(Files::isReadable)
            .flatMap(
                    file -> {
                        try (var lines = Files.lines(file)) {
                            return lines.filter(l -> l.startsWith("model name")).findFirst();
                        } catch (IOException e) {
                            return Optional.empty();
                        }
                    })
            .map(l -> l.replaceFirst(".*:\\s*", ""))
            .orElse(System.getProperty("os.arch"));
    return "On %d cores (%s), JDK %s, %s.\n".formatted(
            Runtime.getRuntime().availableProcessors(),
            name,
            Runtime.version().feature(),
            screen.words());
}

private static void write(Path readme, String table) throws IOException {
    var text = Files.readString(readme);
    var from = text.indexOf('\n', text.indexOf("<!-- measured:")) + 1;
    var to = text.indexOf("<!-- /measured -->");
    if (from <= 0 || to < from) {
        throw new IOException(readme + " has no place for the table");
    }
    Files.writeString(readme, text.substring(0, from) + "\n" + table + "\n" + text.substring(to));
}
