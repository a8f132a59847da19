package io.stagecraft.ui.shell;

import io.stagecraft.model.Design;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A disk with whatever a test wants on it.
final class FakeDocuments implements Documents {
    final List<String> saved = new ArrayList<>();
    final List<Path> remembered = new ArrayList<>();
    Optional<String> trouble = Optional.empty();
    boolean isChangedOutside;

    @Override
    public Design open(Path file) throws Trouble {
        if (trouble.isPresent()) {
            throw new Trouble(trouble.get());
        }
        return Design.empty("opened");
    }

    @Override
    public void save(Path file, Design design) {
        saved.add(file + " " + design.name());
    }

    @Override
    public boolean isStill(Path file, Design known) {
        return !isChangedOutside;
    }

    @Override
    public List<Starter> starters() {
        return List.of(
                new Starter(
                        "release",
                        "Build, test, approve, release",
                        "For a team that ships one service: tests side by side, a person who decides, a stack that is changed only as approved."),
                new Starter("site", "Static site", "For a site in a bucket."));
    }

    @Override
    public Design starter(String name) {
        return Design.empty(name);
    }

    @Override
    public Imported importFile(Path file) {
        return new Imported(Design.empty("imported"), List.of());
    }

    @Override
    public List<Format> formats() {
        return List.of(
                new Format("cloudformation-yaml", "CloudFormation (YAML)"),
                new Format("terraform", "Terraform"));
    }

    @Override
    public Exported export(Format format, Design design, Path folder) {
        return new Exported(List.of(folder.resolve("a")), List.of());
    }

    @Override
    public List<Path> recent() {
        return remembered;
    }

    @Override
    public void remember(Path file) {
        if (!saved.contains(file.toString())) {
            remembered.add(file);
        }
    }
}
