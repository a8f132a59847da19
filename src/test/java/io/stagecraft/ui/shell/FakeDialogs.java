package io.stagecraft.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/// Answers at once.
final class FakeDialogs implements FileDialogs {
    Optional<Path> open = Optional.empty();
    Optional<Path> save = Optional.empty();

    @Override
    public Optional<Path> open(Kind kind) {
        return open;
    }

    @Override
    public Optional<Path> save(String proposed) {
        return save;
    }

    @Override
    public Optional<Path> folder(String title) {
        return open;
    }
}
