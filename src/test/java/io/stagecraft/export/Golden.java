package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// A folder of expected files. `-Dgolden=write` rewrites it; the change is then read as a diff.
final class Golden {
    private Golden() {}

    static void check(Path folder, Bundle bundle) throws Exception {
        if ("write".equals(System.getProperty("golden"))) {
            if (Files.exists(folder)) {
                try (var old = Files.walk(folder)) {
                    for (var file : old.filter(Files::isRegularFile).toList()) {
                        Files.delete(file);
                    }
                }
            }
            bundle.writeTo(folder);
        }
        var expected = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                expected.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        }
        var written = new TreeMap<String, String>();
        bundle.files().forEach(f -> written.put(f.path(), f.content()));
        assertEquals(expected.keySet(), written.keySet());
        expected.forEach((path, content) -> assertEquals(content, written.get(path), path));
    }
}
