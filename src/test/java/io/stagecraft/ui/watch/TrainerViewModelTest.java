package io.stagecraft.ui.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.aws.Target;
import io.stagecraft.edit.RenameDesign;
import io.stagecraft.ui.TrainerControls.Broken;
import io.stagecraft.ui.TrainerControls.Kind;
import io.stagecraft.ui.Workspaces;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TrainerViewModelTest {
    private static final Kind FAILS = new Kind("fail", "Fails", "", "");

    @Test
    void aDesignRenamedInMidRunBreaksAndMendsThePipelineThatRuns() {
        var workspace = Workspaces.empty("orders-release");
        var target = new SimpleObjectProperty<>(Target.practice(URI.create("http://127.0.0.1:1")));
        var watch = new WatchViewModel(workspace, target, new FakeRuns()::of, (_, _) -> () -> {});
        var door = new Door();
        var trainer =
                new TrainerViewModel(workspace, target, watch::pipeline, _ -> Optional.of(door));
        watch.watch();
        workspace.apply(new RenameDesign("orders-next"));
        trainer.breakIt("Build", FAILS, "", false);
        trainer.mend("Build");
        assertEquals(
                List.of("break orders-release/Build", "mend orders-release/Build"), door.calls);
        assertEquals("orders-release", door.read);
    }

    private static final class Door implements TrainerDoor {
        final List<String> calls = new ArrayList<>();
        String read = "";

        @Override
        public List<Kind> kinds() {
            return List.of(FAILS);
        }

        @Override
        public List<Broken> broken(String pipeline) {
            read = pipeline;
            return List.of();
        }

        @Override
        public void breakIt(
                String pipeline, String action, Kind kind, String detail, boolean stays) {
            calls.add("break " + pipeline + "/" + action);
        }

        @Override
        public void mend(String pipeline, String action) {
            calls.add("mend " + pipeline + "/" + action);
        }
    }
}
