package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The first frame belongs to the edit; what follows from it comes later, a piece per frame.
class FollowingTest {
    @Test
    void whatFollowsAnEditLeavesItTheFirstFrameAndThenTakesOneEach() throws Exception {
        FxToolkit.registerPrimaryStage();
        var done = new ArrayList<String>();
        var following = WaitForAsyncUtils.asyncFx(Following::new).get(5, TimeUnit.SECONDS);
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            following.later(() -> done.add("checks"));
                            following.later(() -> done.add("form"));
                            following.handle(1);
                            assertEquals(List.of(), done);
                            following.handle(2);
                            assertEquals(List.of("checks"), done);
                            following.handle(3);
                            assertEquals(List.of("checks", "form"), done);
                            following.later(() -> done.add("of the next edit"));
                            following.handle(4);
                            assertEquals(2, done.size(), "the next edit has its frame, too");
                        })
                .get(5, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> done.size() == 3);
    }
}
