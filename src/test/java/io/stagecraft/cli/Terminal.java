package io.stagecraft.cli;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Design;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs commands in this process and keeps what they print. Its screen only notes what it is asked for.
final class Terminal implements Screen {
    /// What a command left: its exit code and its two streams.
    record Result(int code, String out, String err) {}

    final List<String> screened = new ArrayList<>();

    /// What the person at the terminal says; empty while nobody is there.
    Optional<String> answer = Optional.empty();

    Result run(Object... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code =
                new Cli(
                                new Tools(this, CatalogFiles::load, _ -> answer),
                                new PrintWriter(out),
                                new PrintWriter(err))
                        .run(
                                java.util.Arrays.stream(args)
                                        .map(Object::toString)
                                        .toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    @Override
    public int open(Optional<Path> file) {
        screened.add("open " + file.map(Path::toString).orElse("the starter"));
        return Cli.FINE;
    }

    @Override
    public void draw(Design design, Path file) {
        screened.add("draw " + design.name() + " to " + file.getFileName());
    }
}
