import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// Compiles the benchmarks, with the processor that writes their harness, and runs them: `Benchmark SOURCES OUTPUT`.
///
/// Maven compiles the program and its tests; benchmarks stand apart, so that nobody who builds or tests waits for them.
public class Benchmark {
    public static void main(String[] args) throws IOException, InterruptedException {
        var sources = Path.of(args[0]);
        var output = Files.createDirectories(Path.of(args[1]));
        var classpath = System.getProperty("java.class.path");
        var options = new ArrayList<>(List.of("-d", output.toString(), "-cp", classpath, "-proc:full", "-nowarn"));
        try (var files = Files.walk(sources)) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(f -> options.add(f.toString()));
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
            System.exit(1);
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var all = output + File.pathSeparator + classpath;
        System.exit(new ProcessBuilder(java, "-cp", all, "org.openjdk.jmh.Main").inheritIO().start().waitFor());
    }
}
