package io.stagecraft.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to an address on this machine, which can be cut and joined again.
final class Wire implements AutoCloseable {
    private final URI to;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    Wire(URI to) {
        this.to = to;
        door = listen(0);
    }

    /// Where it begins.
    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// Nobody answers any more; who was talking is cut off.
    void cut() {
        close(door);
        ends.forEach(Wire::close);
        ends.clear();
    }

    /// All is as it was before.
    void join() {
        door = listen(door.getLocalPort());
    }

    private ServerSocket listen(int port) {
        try {
            var made = new ServerSocket();
            made.setReuseAddress(true);
            made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.startVirtualThread(() -> serve(made));
            return made;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void serve(ServerSocket at) {
        try {
            while (true) {
                var here = at.accept();
                var there = new Socket(to.getHost(), to.getPort());
                ends.add(here);
                ends.add(there);
                if (at.isClosed()) { // cut between the two
                    close(here);
                    close(there);
                }
                Thread.startVirtualThread(() -> pump(here, there));
                Thread.startVirtualThread(() -> pump(there, here));
            }
        } catch (IOException _) {
            // it has been cut
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one of the two has hung up
        }
    }

    private static void close(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
