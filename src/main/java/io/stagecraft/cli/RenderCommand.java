package io.stagecraft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Locale;

@Command(name = "render", description = "Draw a design's canvas to a picture. Needs no display.")
final class RenderCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "PICTURE", description = "a .png")
    private Path picture = Path.of("");

    RenderCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        var design = design(file);
        if (!picture.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw Refused.input(
                    picture + ": only .png can be drawn. Choose such a name with --out.");
        }
        tools.screen().draw(design, picture);
        out().println(picture);
        return Cli.FINE;
    }
}
