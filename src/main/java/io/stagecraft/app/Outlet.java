package io.stagecraft.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output without a print stream, which swallows what goes wrong: a full disk has to fail a command.
///
/// A reader that has seen enough, such as `head`, is no failure: whatever else is said to it is dropped.
final class Outlet extends OutputStream {
    private final OutputStream out;
    private boolean left;

    Outlet(FileDescriptor to) {
        this(new FileOutputStream(to));
    }

    Outlet(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (left) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException problem) {
            if (!hasLeft(problem)) {
                throw problem;
            }
            left = true;
        }
    }

    /// Unix says the one, Windows the other.
    private static boolean hasLeft(IOException problem) {
        var words = String.valueOf(problem.getMessage());
        return words.contains("Broken pipe") || words.contains("pipe is being closed");
    }

    @Override
    public void flush() throws IOException {
        if (!left) {
            out.flush();
        }
    }
}
