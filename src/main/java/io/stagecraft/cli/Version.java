package io.stagecraft.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The program's version, as the build wrote it down.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Stagecraft " + number()};
    }

    static String number() {
        var written = new Properties();
        try (var in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                written.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.getProperty("version", "(unknown version)");
    }
}
