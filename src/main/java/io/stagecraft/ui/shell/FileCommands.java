package io.stagecraft.ui.shell;

import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Overlay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// New, open, save, import and export, with the question that keeps unsaved work from being lost.
final class FileCommands {
    private final Workspace workspace;
    private final DocumentViewModel document;
    private final FileDialogs dialogs;
    private final Runnable live;
    private final Overlay overlay;

    /// @param live lets a person pick a running pipeline
    FileCommands(
            Workspace workspace,
            DocumentViewModel document,
            FileDialogs dialogs,
            Runnable live,
            Overlay overlay) {
        this.live = live;
        this.workspace = workspace;
        this.document = document;
        this.dialogs = dialogs;
        this.overlay = overlay;
        document.overtakenProperty().subscribe(found -> found.ifPresent(this::ask));
    }

    List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(
                Command.of("new", "New from starter…", "file-plus", "Shortcut+N", this::begin));
        commands.add(
                Command.of(
                        "open",
                        "Open…",
                        "folder-open",
                        "Shortcut+O",
                        () ->
                                unlessUnsaved(() ->
                                        dialogs.open(FileDialogs.Kind.DESIGN)
                                                .ifPresent(document::open))));
        commands.add(Command.of("save", "Save", "save", "Shortcut+S", () -> save(() -> {})));
        commands.add(
                Command.of(
                        "save-as",
                        "Save as…",
                        "save-all",
                        "Shortcut+Shift+S",
                        () -> saveAs(() -> {})));
        commands.add(
                Command.of(
                        "import",
                        "Import…",
                        "upload",
                        "Shortcut+I",
                        () ->
                                unlessUnsaved(() ->
                                        dialogs.open(FileDialogs.Kind.IMPORT)
                                                .ifPresent(document::importFile))));
        commands.add(
                Command.of(
                        "import-live",
                        "Import a live pipeline…",
                        "cloud-stack",
                        "Shortcut+Shift+I",
                        () -> unlessUnsaved(live)));
        commands.addAll(exports());
        return commands;
    }

    /// A command per format that a design can be written down as.
    List<Command> exports() {
        return document.formats().stream()
                .map(f ->
                        Command.of(
                                "export-" + f.id(),
                                "Export " + f.title() + "…",
                                "file-down",
                                "",
                                () ->
                                        dialogs.folder("Export " + f.title() + " into")
                                                .ifPresent(folder -> document.export(f, folder))))
                .toList();
    }

    /// Opens a file of the list of recent ones.
    void open(Path file) {
        unlessUnsaved(() -> document.open(file));
    }

    private void begin() {
        unlessUnsaved(() ->
                overlay.show(
                        new StarterChooser(
                                document.startersProperty().get(),
                                starter -> {
                                    overlay.close();
                                    starter.ifPresentOrElse(document::begin, document::begin);
                                },
                                overlay::close)));
    }

    private void save(Runnable then) {
        document.file().ifPresentOrElse(file -> document.save(file, then), () -> saveAs(then));
    }

    private void saveAs(Runnable then) {
        dialogs.save(workspace.design().name() + ".json")
                .ifPresent(file -> document.save(file, then));
    }

    /// Enter means the answer by which nothing is lost.
    private void ask(DocumentViewModel.Overtaken save) {
        var file = save.file();
        overlay.show(
                new Question(
                        file.getFileName() + " was changed outside this window",
                        "Somebody has changed it since it was opened or saved here. Overwriting loses their changes,"
                                + " reloading loses yours.",
                        List.of(
                                answer("overtaken-cancel", "Cancel", () -> {}),
                                answer("overtaken-reload", "Reload", () -> document.open(file)),
                                answer(
                                        "overtaken-overwrite",
                                        "Overwrite",
                                        () -> document.overwrite(file, save.then())),
                                answer(
                                        "overtaken-save-as",
                                        "Save as…",
                                        () -> saveAs(save.then())))));
    }

    private Question.Answer answer(String id, String label, Runnable work) {
        return new Question.Answer(
                id,
                label,
                () -> {
                    overlay.close();
                    work.run();
                });
    }

    /// Does `next`, after asking what shall become of changes that are in no file.
    void unlessUnsaved(Runnable next) {
        if (!document.isDirty()) {
            next.run();
            return;
        }
        overlay.show(
                new Question(
                        "Save the changes to " + workspace.design().name() + "?",
                        "They are in no file yet, and would be lost.",
                        List.of(
                                new Question.Answer("unsaved-cancel", "Cancel", overlay::close),
                                new Question.Answer(
                                        "unsaved-discard",
                                        "Discard",
                                        () -> {
                                            overlay.close();
                                            next.run();
                                        }),
                                new Question.Answer(
                                        "unsaved-save",
                                        "Save",
                                        () -> {
                                            overlay.close();
                                            save(next);
                                        }))));
    }
}
