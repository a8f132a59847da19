package io.stagecraft.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A file that is written whole or not at all. One that was there stays as it was until the new one stands on the disk, and
/// its rights stay with it.
public final class WholeFile {
    private static final Set<StandardOpenOption> ANEW =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);

    private WholeFile() {}

    /// Writes text in UTF-8.
    ///
    /// @throws IOException when the disk is full, the folder is not there or must not be written to
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes; through a link, the file behind it changes and the link stays.
    ///
    /// @throws IOException when the disk is full, the folder is not there or must not be written to
    public static void write(Path file, byte[] content) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            flush(beside, content, rights(target));
            replace(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// Who may read and write a file that is there; nothing where the file system does not know such rights.
    private static Optional<Set<PosixFilePermission>> rights(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file)
                ? Optional.empty()
                : Optional.of(view.readAttributes().permissions());
    }

    private static void flush(Path file, byte[] content, Optional<Set<PosixFilePermission>> rights)
            throws IOException {
        var born =
                rights.map(r -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(r)})
                        .orElse(new FileAttribute<?>[0]);
        try (var channel = FileChannel.open(file, ANEW, born)) {
            if (rights.isPresent()) {
                // before a byte is in it: the umask has taken some, and one left by a crash has its
                // own
                Files.setPosixFilePermissions(file, rights.get());
            }
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
