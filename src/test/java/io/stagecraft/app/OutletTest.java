package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

class OutletTest {
    private int tries;

    @Test
    void aReaderThatLeftIsNoFailureAndHearsNothingMore() {
        var out = new PrintWriter(new Outlet(failing("Broken pipe")), true);
        out.println("first");
        out.println("second");
        assertFalse(out.checkError());
        assertEquals(1, tries);
    }

    @Test
    void aFullDiskIs() {
        var out = new PrintWriter(new Outlet(failing("No space left on device")), true);
        out.println("first");
        assertTrue(out.checkError());
    }

    private OutputStream failing(String words) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                tries++;
                throw new IOException(words);
            }
        };
    }
}
