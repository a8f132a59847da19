package io.stagecraft.app;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Deployer;
import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Profiles;
import io.stagecraft.aws.Target;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.cli.Lending;
import io.stagecraft.cli.OutsideAccount;
import io.stagecraft.model.Design;
import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.practice.StandIns;
import io.stagecraft.practice.Trainer;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.deploy.DeployViewModel;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.kit.Ticker;
import io.stagecraft.ui.shell.SystemFileDialogs;

import javafx.application.Application;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.prefs.Preferences;

/// The designer in a window: on a file, or on the starter. What the first frame can do without comes behind it: the panes at
/// the side, the checks, the Practice account.
public class Designer extends Application {
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    /// A disk that takes longer is not waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// JavaFX makes the application itself, once in a process: here it finds what was begun before.
    private static final CompletableFuture<Ahead> AHEAD = new CompletableFuture<>();

    private final CountDownLatch open = new CountDownLatch(1);
    private final Background background = Background.threads(open);
    private final Frames.OneByOne frames = new Frames.OneByOne();
    private final Map<Target, LiveRuns> runs = new ConcurrentHashMap<>(); // each keeps threads
    private final Map<Target, Deployer> deployments = new ConcurrentHashMap<>();
    private volatile @Nullable PracticeAccount practice;
    private @Nullable DeployViewModel deploy;

    /// Shows the window until it is closed.
    ///
    /// @param file the design to open; empty for the starter
    static void show(Optional<Path> file) {
        launch(Designer.class, file);
    }

    /// @param arguments as JavaFX takes them
    static void launch(Class<? extends Designer> type, Optional<Path> file, String... arguments) {
        NativeCache.settle();
        AHEAD.complete(Ahead.of(file));
        launch(type, arguments);
    }

    /// Off the UI thread, with JavaFX already up: a window that comes up with its design is drawn once and not twice.
    @Override
    public void init() {
        AHEAD.join().await(PATIENCE);
    }

    @Override
    public void start(Stage stage) {
        Theme.only();
        frames.later(open::countDown);
        var ahead = AHEAD.join();
        var start = ahead.start();
        var assembly = assembly(stage, ahead.catalog(), start);
        Mishap.tellHere(assembly.workspace());
        deploy = assembly.deploy();
        ahead.into(assembly.workspace(), start);
        assembly.window().show(stage);
        frames.begin();
        shown(assembly);
        background.run(Profiles::targets, assembly.targets()::add, _ -> {});
        assembly.targets().lookWith(() -> lookAround(assembly.targets()));
        assembly.targets().lookAround();
        practise(assembly);
    }

    private void lookAround(Targets targets) {
        background.run(OutsideAccount.USUAL::target, targets::outsideIs, _ -> {});
    }

    private Assembly assembly(Stage stage, ActionCatalog catalog, Design start) {
        var screen = Screen.getPrimary().getVisualBounds();
        return new Assembly(
                new Assembly.Outside(
                        catalog,
                        new Files(catalog, Preferences.userRoot().node("io/stagecraft")),
                        new SystemFileDialogs(() -> stage),
                        background,
                        frames,
                        Ticker.timeline(),
                        InstantSource.system(),
                        ZoneId.systemDefault(),
                        getHostServices()::showDocument,
                        (target, design) -> rehearse(target, Lending.of(design, catalog)),
                        target -> runs.computeIfAbsent(target, LiveRuns::new),
                        target -> deployments.computeIfAbsent(target, Deployer::new),
                        this::trainer),
                start,
                Theme.ofSystem(),
                Math.min(1440, screen.getWidth() * 0.95),
                Math.min(900, screen.getHeight() * 0.92));
    }

    /// The window has come up.
    void shown(Assembly assembly) {}

    private void practise(Assembly assembly) {
        var speed = assembly.targets().practiceSpeed();
        background.run(
                () ->
                        PracticeAccount.open(
                                PracticeAccount.Options.at(speed.get()), AHEAD.join().catalog()),
                account -> {
                    practice = account;
                    assembly.targets().practiceIsAt(account.endpoint());
                    speed.subscribe(s -> account.speed(s.doubleValue()));
                },
                problem ->
                        assembly.workspace()
                                .tell(
                                        Message.failure(
                                                "The Practice account could not start: "
                                                        + problem.getMessage(),
                                                "Designing and exporting work without it.")));
    }

    /// Only the account that the window itself has opened; another one on this machine belongs to whoever started it.
    private Optional<Trainer> trainer(Target target) {
        return Optional.ofNullable(practice)
                .filter(p -> target.endpoint().filter(p.endpoint()::equals).isPresent())
                .map(Trainer.class::cast);
    }

    private void rehearse(Target target, StandIns standIns) {
        var account = practice;
        if (OutsideAccount.USUAL.isMeantBy(target)) {
            try {
                OutsideAccount.USUAL.hold(standIns);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        } else if (account != null) {
            account.hold(standIns);
        }
    }

    /// A plan that nobody accepted goes with the window; a target that does not answer holds nobody up for long.
    private void giveUpPlan() {
        var last = deploy;
        if (last == null) {
            return;
        }
        var work =
                Thread.startVirtualThread(() -> {
                    try {
                        last.giveUp();
                    } catch (AwsRefusal _) {
                        // nobody is there any more to be told
                    }
                });
        try {
            work.join(GOODBYE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        giveUpPlan();
        runs.values().forEach(LiveRuns::close);
        deployments.values().forEach(Deployer::close);
        var account = practice;
        if (account != null) {
            account.close();
        }
    }
}
