package io.stagecraft.app;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Deployer;
import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Profiles;
import io.stagecraft.aws.Target;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.cli.Lending;
import io.stagecraft.model.Design;
import io.stagecraft.practice.PracticeAccount;
import io.stagecraft.practice.StandIns;
import io.stagecraft.project.ProjectFile;
import io.stagecraft.project.TemplateShelf;
import io.stagecraft.project.UnreadableProject;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.deploy.DeployViewModel;
import io.stagecraft.ui.kit.Background;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.prefs.Preferences;

/// The designer in a window: on a file, or on the starter; the Practice account comes up beside it.
public class Designer extends Application {
    private static final String STARTER = "release";
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Background background = Background.threads();
    private final Map<Target, LiveRuns> runs = new ConcurrentHashMap<>(); // each keeps threads
    private final Map<Target, Deployer> deployments = new ConcurrentHashMap<>();
    private volatile @Nullable PracticeAccount practice;
    private @Nullable DeployViewModel deploy;

    /// Shows the window until it is closed.
    ///
    /// @param file the design to open; empty for the starter
    static void show(Optional<Path> file) {
        launch(Designer.class, file.map(f -> new String[] {f.toString()}).orElse(new String[0]));
    }

    @Override
    public void start(Stage stage) {
        var catalog = CatalogFiles.load();
        var memory = Preferences.userRoot().node("io/stagecraft");
        var documents = new Files(catalog, memory);
        var screen = Screen.getPrimary().getVisualBounds();
        var assembly =
                new Assembly(
                        new Assembly.Outside(
                                catalog,
                                documents,
                                new SystemFileDialogs(() -> stage),
                                background,
                                Ticker.timeline(),
                                InstantSource.system(),
                                ZoneId.systemDefault(),
                                getHostServices()::showDocument,
                                design -> rehearse(Lending.of(design, catalog)),
                                target -> runs.computeIfAbsent(target, LiveRuns::new),
                                target -> deployments.computeIfAbsent(target, Deployer::new)),
                        Design.empty("pipeline"),
                        Theme.ofSystem(),
                        Math.min(1440, screen.getWidth() * 0.95),
                        Math.min(900, screen.getHeight() * 0.92));
        deploy = assembly.deploy();
        assembly.window().show(stage);
        shown(assembly);
        var file = getParameters().getUnnamed().stream().findFirst().map(Path::of);
        background.run(
                () -> file.isPresent() ? ProjectFile.read(file.get()) : TemplateShelf.open(STARTER),
                design -> assembly.workspace().open(design, file),
                problem -> assembly.workspace().tell(unreadable(problem)));
        background.run(Profiles::targets, assembly.targets()::add, _ -> {});
        practise(assembly);
    }

    /// The window has come up, still empty.
    void shown(Assembly assembly) {}

    private void practise(Assembly assembly) {
        var speed = assembly.targets().practiceSpeed();
        background.run(
                () -> PracticeAccount.open(PracticeAccount.Options.at(speed.get())),
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

    private void rehearse(StandIns standIns) {
        var account = practice;
        if (account != null) {
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

    private static Message unreadable(Exception problem) {
        return Message.failure(
                String.valueOf(problem.getMessage()),
                problem instanceof UnreadableProject ? "" : "Open another file.");
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
