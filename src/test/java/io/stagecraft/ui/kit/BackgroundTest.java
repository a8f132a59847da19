package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class BackgroundTest {
    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static Exception failure(Background background, Callable<String> work)
            throws Exception {
        var failed = new CompletableFuture<Exception>();
        background.run(work, _ -> failed.complete(null), failed::complete);
        return failed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoeverWaitsHearsOfAnErrorToo() throws Exception {
        for (var background : new Background[] {Background.threads(), Background.direct()}) {
            var broken =
                    failure(
                            background,
                            () -> {
                                throw new NoClassDefFoundError("io/stagecraft/Gone");
                            });
            assertInstanceOf(BrokenWork.class, broken);
            assertEquals(
                    "Something in Stagecraft itself broke (NoClassDefFoundError: io/stagecraft/Gone)",
                    broken.getMessage());
        }
    }

    @Test
    void anExceptionComesAsItWasThrown() throws Exception {
        var thrown = new java.io.IOException("the disk is full");
        assertEquals(
                thrown,
                failure(
                        Background.threads(),
                        () -> {
                            throw thrown;
                        }));
    }

    @Test
    void nothingIsWorkedOutBeforeTheWindowIsOpen() throws Exception {
        var open = new CountDownLatch(1);
        var done = new CompletableFuture<String>();
        Background.threads(open).run(() -> "worked", done::complete, done::completeExceptionally);
        assertFalse(done.isDone());
        open.countDown();
        assertTrue(done.get(20, TimeUnit.SECONDS).equals("worked"));
    }
}
