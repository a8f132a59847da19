package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.project.TemplateShelf;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.kit.Background;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What breaks on the UI thread is told in the window.
class MishapTest {
    @Test
    void whatAHandlerThrowsIsALineAndTheDesignStays() throws Exception {
        try (var rig = Rig.open(TemplateShelf.open("accounts"))) {
            var design = rig.assembly().workspace().design();
            var before = Bench.onScreen(() -> Thread.currentThread().getUncaughtExceptionHandler());
            try {
                Bench.onScreen(() -> Mishap.tellHere(rig.assembly().workspace()));
                Background.soon(() -> {
                    throw new IllegalStateException("no such card\nat all");
                });
                WaitForAsyncUtils.waitForFxEvents();
                assertEquals(
                        "Something went wrong: IllegalStateException, no such card.",
                        rig.message());
                assertEquals(design, rig.assembly().workspace().design());
            } finally {
                Bench.onScreen(() -> Thread.currentThread().setUncaughtExceptionHandler(before));
                WaitForAsyncUtils.clearExceptions();
            }
        }
    }
}
