package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Deployer;
import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Target;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Design;
import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.practice.PracticeClock;
import io.stagecraft.practice.Trainer;
import io.stagecraft.ui.Bench;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.deploy.DeployViewModel.Phase;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.shell.SystemFileDialogs;

import javafx.scene.Node;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.prefs.Preferences;

/// The whole window on a design, with a Practice account whose time the test moves.
final class Rig implements AutoCloseable {
    final FxRobot robot = new FxRobot();
    final PracticeClock.Manual clock =
            new PracticeClock.Manual(Instant.parse("2026-01-05T09:00:00Z"));
    private PracticeAccount account;
    private Assembly assembly;
    private Stage stage;
    private Runnable strike = () -> {};
    private final Background threads = Background.threads();

    /// What happens while a deployment rests between two looks at its stack.
    volatile Runnable looked = () -> {};

    /// Whether work is done on threads of its own, as in the program, or at once.
    volatile boolean apart;

    /// Opens the window; what is started in it happens at once, on the thread that asks.
    static Rig open(Design design) throws Exception {
        return open(design, 1000);
    }

    /// @param width of the window, which is 900 high
    static Rig open(Design design, double width) throws Exception {
        var rig = new Rig();
        rig.account = PracticeAccount.open(new PracticeAccount.Options(0, 7, rig.clock));
        FxToolkit.registerPrimaryStage();
        var catalog = CatalogFiles.load();
        Function<Target, Optional<Trainer>> trainer =
                at ->
                        at.endpoint().equals(Optional.of(rig.account.endpoint()))
                                ? Optional.of(rig.account)
                                : Optional.empty();
        Bench.onScreen(() -> {
            rig.stage = new Stage();
            rig.assembly =
                    new Assembly(
                            new Assembly.Outside(
                                    catalog,
                                    new Files(
                                            catalog,
                                            Preferences.userRoot().node("io/stagecraft/test")),
                                    new SystemFileDialogs(() -> rig.stage),
                                    rig.new Work(),
                                    Frames.atOnce(),
                                    (pace, s) -> {
                                        if (pace.compareTo(Duration.ofSeconds(1)) > 0) {
                                            return () -> {}; // good news stays in the pictures
                                        }
                                        rig.strike = s;
                                        return () -> rig.strike = () -> {};
                                    },
                                    rig.clock::now,
                                    ZoneOffset.UTC,
                                    _ -> {},
                                    (_, _) -> {},
                                    LiveRuns::new,
                                    target ->
                                            new Deployer(
                                                    target,
                                                    time -> {
                                                        rig.clock.advance(time);
                                                        rig.looked.run();
                                                    }),
                                    trainer),
                            design,
                            Theme.LIGHT,
                            width,
                            900);
            rig.stage.setX(0);
            rig.stage.setY(0);
            rig.assembly.window().show(rig.stage);
            rig.assembly.targets().practiceIsAt(rig.account.endpoint());
        });
        return rig;
    }

    Assembly assembly() {
        return assembly;
    }

    PracticeAccount account() {
        return account;
    }

    /// Deploys what is open, without a look at the plan.
    void deploy() {
        Bench.onScreen(() -> {
            assembly.deploy().begin();
            assembly.deploy().accept();
        });
        var over = assertInstanceOf(Phase.Over.class, assembly.deploy().phaseProperty().get());
        assertTrue(over.outcome().succeeded(), over.outcome().failure());
        Bench.onScreen(() -> assembly.deploy().cancel());
    }

    /// Lets time pass in the account, and the window look again.
    void advance(Duration time) {
        clock.advance(time);
        Bench.onScreen(() -> strike.run());
    }

    Node node(String query) {
        return robot.lookup(query).query();
    }

    /// The line at the window's edge; empty where there is none.
    String message() {
        return assembly.workspace().messageProperty().get().map(Message::text).orElse("");
    }

    void picture(String name) {
        Bench.picture(assembly.window().scene(), name);
    }

    private final class Work implements Background {
        @Override
        public <T> void run(
                Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
            (apart ? threads : Background.direct()).run(work, done, failed);
        }

        @Override
        public void onScreen(Runnable action) {
            threads.onScreen(action);
        }
    }

    @Override
    public void close() {
        Bench.onScreen(() -> stage.close());
        account.close();
    }
}
