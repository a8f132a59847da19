import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The last step of packaging: makes the start script executable, makes all libraries ones that the JDK can cache, and lets
/// the packaged program do once what people do first, so that the JDK can write down what it learnt in the caches that the
/// script starts with.
///
/// A cache only saves time. Where one cannot be made this says so and the build goes on.
///
/// Usage: `java packaging/TrainCaches.java target/stagecraft`
void main(String[] args) throws IOException {
    var home = Path.of(args[0]).toAbsolutePath();
    var windows = System.getProperty("os.name", "").startsWith("Windows");
    var script = home.resolve("bin").resolve(windows ? "stagecraft.cmd" : "stagecraft");
    script.toFile().setExecutable(true, false);
    addStackMaps(home.resolve("lib/picocli.jar"));
    train(script, "command-line", home.resolve("lib/command-line.aot"), List.of());
    train(
            script,
            "window",
            home.resolve("lib/window.aot"),
            // what the optimising compiler did in training it would do again at once, beside the first frame
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-XX:TieredStopAtLevel=1"));
}

/// picocli is compiled for Java 5, and the JDK caches no class without the stack maps that came with Java 6: reading and
/// proving it afresh took half of all the time that a command needs. This adds the maps; the code stays as it is.
///
/// @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.10">JVMS 4.10: verification by version</a>
private void addStackMaps(Path jar) throws IOException {
    var bytes = Files.readAllBytes(jar);
    var raised = new ByteArrayOutputStream();
    try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
            var in = new ZipInputStream(new ByteArrayInputStream(bytes));
            var out = new ZipOutputStream(raised)) {
        var hierarchy =
                ClassHierarchyResolver.ofResourceParsing(classes)
                        .orElse(ClassHierarchyResolver.defaultResolver());
        var files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            var content = in.readAllBytes();
            var same = new ZipEntry(entry.getName());
            same.setTime(entry.getTime());
            out.putNextEntry(same);
            out.write(entry.getName().endsWith(".class") ? withStackMaps(files, content) : content);
            out.closeEntry();
        }
    }
    Files.write(jar, raised.toByteArray());
}

private byte[] withStackMaps(ClassFile files, byte[] content) {
    var old = files.parse(content);
    if (old.majorVersion() >= ClassFile.JAVA_6_VERSION) {
        return content;
    }
    var code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    ClassTransform version =
            (made, part) -> {
                if (part instanceof ClassFileVersion) {
                    made.withVersion(ClassFile.JAVA_6_VERSION, 0);
                } else {
                    made.with(part);
                }
            };
    return files.transformClass(old, code.andThen(version));
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
            .put(
                    "JDK_JAVA_OPTIONS",
                    String.join(" ", all.stream().map(o -> '"' + o + '"').toList()));
    try {
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (Files.exists(cache)) {
            Files.delete(log);
        } else {
            System.out.println(
                    "No start-up cache for the " + what + " (see " + log + "): it starts more slowly.");
        }
    } catch (IOException | InterruptedException e) {
        System.out.println("No start-up cache for the " + what + ": " + e.getMessage());
    }
}
