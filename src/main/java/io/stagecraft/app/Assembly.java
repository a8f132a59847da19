package io.stagecraft.app;

import io.stagecraft.aws.Deployments;
import io.stagecraft.aws.Runs;
import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.ExistingRoles;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.iam.PolicySize;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.practice.Trainer;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.canvas.CanvasView;
import io.stagecraft.ui.canvas.CanvasViewModel;
import io.stagecraft.ui.code.CodeView;
import io.stagecraft.ui.code.CodeViewModel;
import io.stagecraft.ui.code.CodeViewModel.CodeFile;
import io.stagecraft.ui.code.CodeViewModel.Language;
import io.stagecraft.ui.deploy.DeployDialog;
import io.stagecraft.ui.deploy.DeployViewModel;
import io.stagecraft.ui.events.EventsView;
import io.stagecraft.ui.executions.ExecutionsView;
import io.stagecraft.ui.executions.ExecutionsViewModel;
import io.stagecraft.ui.inspector.InspectorView;
import io.stagecraft.ui.kit.Background;
import io.stagecraft.ui.kit.Frames;
import io.stagecraft.ui.kit.Late;
import io.stagecraft.ui.kit.Overlay;
import io.stagecraft.ui.kit.Theme;
import io.stagecraft.ui.kit.Ticker;
import io.stagecraft.ui.live.LiveImportSheet;
import io.stagecraft.ui.live.LiveImportViewModel;
import io.stagecraft.ui.metrics.MetricsView;
import io.stagecraft.ui.metrics.MetricsViewModel;
import io.stagecraft.ui.palette.PaletteView;
import io.stagecraft.ui.palette.PaletteViewModel;
import io.stagecraft.ui.permissions.CompareViewModel;
import io.stagecraft.ui.permissions.PermissionsView;
import io.stagecraft.ui.permissions.PermissionsViewModel;
import io.stagecraft.ui.problems.ProblemsView;
import io.stagecraft.ui.problems.ProblemsViewModel;
import io.stagecraft.ui.shell.BottomTab;
import io.stagecraft.ui.shell.DocumentViewModel;
import io.stagecraft.ui.shell.Documents;
import io.stagecraft.ui.shell.FileDialogs;
import io.stagecraft.ui.shell.MainWindow;
import io.stagecraft.ui.watch.Attention;
import io.stagecraft.ui.watch.RunClock;
import io.stagecraft.ui.watch.StartSheet;
import io.stagecraft.ui.watch.StartViewModel;
import io.stagecraft.ui.watch.TrainerViewModel;
import io.stagecraft.ui.watch.WatchViewModel;
import io.stagecraft.validate.Validator;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// Builds the window's parts once and hands each what it needs: the only place that knows them all.
final class Assembly {
    /// What the window needs of the world around it.
    ///
    /// @param frames when what the window can do without at first is made
    /// @param browse opens a page of documentation
    /// @param rehearse readies a target that is a Practice account for a design that is about to be deployed; called off the UI thread
    /// @param runs opens the runs of a target; called off the UI thread
    /// @param trainer the door of a target where things can be broken on purpose; nothing for a real account
    /// @param deployments opens the deployments of a target; called off the UI thread
    record Outside(
            ActionCatalog catalog,
            Documents documents,
            FileDialogs dialogs,
            Background background,
            Frames frames,
            Ticker ticker,
            InstantSource clock,
            ZoneId zone,
            Consumer<String> browse,
            BiConsumer<Target, Design> rehearse,
            Function<Target, Runs> runs,
            Function<Target, Deployments> deployments,
            Function<Target, Optional<Trainer>> trainer) {}

    private final Outside outside;
    private final Planner planner;
    private final Workspace workspace;
    private final Targets targets = new Targets();
    private final WatchViewModel watch;
    private final TrainerViewModel trainer;
    private final DeployViewModel deploy;
    private final MainWindow window;

    Assembly(Outside outside, Design start, Theme theme, double width, double height) {
        this.outside = outside;
        planner = new Planner(outside.catalog());
        var validator = new Validator(outside.catalog());
        workspace =
                new Workspace(
                        outside.catalog(),
                        validator::check,
                        planner::plan,
                        outside.background(),
                        start);
        watch = new WatchViewModel(workspace, targets.chosen(), outside.runs(), outside.ticker());
        trainer =
                new TrainerViewModel(
                        workspace,
                        targets.chosen(),
                        watch::pipeline,
                        at -> outside.trainer().apply(at).map(PracticeTrainer::new));
        deploy =
                new DeployViewModel(
                        workspace,
                        targets.chosen(),
                        outside.deployments(),
                        (target, design) -> {
                            outside.rehearse().accept(target, design);
                            return planner.plan(target.isHere() ? design.inOneAccount() : design);
                        },
                        watch::watch);
        targets.deployWith(deploy);
        window = window(theme, width, height);
    }

    Workspace workspace() {
        return workspace;
    }

    Targets targets() {
        return targets;
    }

    WatchViewModel watch() {
        return watch;
    }

    DeployViewModel deploy() {
        return deploy;
    }

    MainWindow window() {
        return window;
    }

    private MainWindow window(Theme theme, double width, double height) {
        var overlay = new Overlay();
        var canvas =
                new CanvasView(
                        new CanvasViewModel(
                                workspace,
                                watch,
                                trainer,
                                new RunClock(workspace, outside.clock())));
        var frames = outside.frames();
        var palette = new Late(frames, () -> palette(canvas));
        var inspector = new Late(frames, this::inspector);
        new DeployDialog(
                deploy, overlay); // shows itself in the overlay when there is something to show
        var live =
                new LiveImportViewModel(
                        workspace,
                        targets.chosen(),
                        new LivePipelineDoor(outside.catalog(), outside.runs()));
        new LiveImportSheet(live, overlay); // likewise
        targets.importWith(live::begin);
        new StartSheet(new StartViewModel(workspace, watch), overlay); // likewise
        var parts =
                new MainWindow.Parts(
                        palette,
                        canvas,
                        canvas,
                        inspector,
                        panels(),
                        watch,
                        targets,
                        new DocumentViewModel(workspace, outside.documents()),
                        outside.dialogs(),
                        overlay,
                        frames,
                        outside.ticker());
        var made = new MainWindow(workspace, parts, theme, width, height);
        workspace
                .designProperty()
                .subscribe(_ -> {
                    if (workspace.historyProperty().get().steps().size() == 1) {
                        watch.leave(); // it has just been opened
                        canvas.begin();
                    }
                });
        workspace
                .runProperty()
                .subscribe((was, now) ->
                        now.flatMap(run -> Attention.between(was, run))
                                .flatMap(this::drawn)
                                .ifPresent(canvas::bring));
        watch.blamedProperty().subscribe(b -> b.ifPresent(_ -> made.showPanel("executions")));
        workspace.soughtProperty().subscribe(s -> s.ifPresent(_ -> made.showPanel("permissions")));
        watch.watchingProperty()
                .subscribe(on -> {
                    if (on) {
                        made.offerPanel("executions");
                    }
                });
        deploy.phaseProperty()
                .subscribe(phase -> {
                    if (phase instanceof DeployViewModel.Phase.Deploying) {
                        made.offerPanel("events");
                    }
                });
        return made;
    }

    private PaletteView palette(CanvasView canvas) {
        var view = new PaletteView(new PaletteViewModel(workspace), canvas::drag, canvas::add);
        view.fill(outside.frames());
        return view;
    }

    private InspectorView inspector() {
        var view = new InspectorView(workspace, CatalogFiles.rules(), outside.browse());
        view.fill(outside.frames());
        return view;
    }

    private Optional<ActionId> drawn(Attention attention) {
        return workspace.design().stages().stream()
                .filter(s -> s.name().equals(attention.stage()))
                .flatMap(s -> s.actions().stream())
                .filter(a -> a.name().equals(attention.action()))
                .map(Action::id)
                .findFirst();
    }

    private List<BottomTab> panels() {
        var problems = new ProblemsViewModel(workspace);
        var permissions = new PermissionsViewModel(workspace, PolicySize::of);
        var comparing =
                new CompareViewModel(workspace, new ExistingRoles(planner), outside.clock());
        var code = new CodeViewModel(workspace, planner::plan, languages());
        var executions = new ExecutionsViewModel(workspace, watch, outside.zone());
        var metrics = new MetricsViewModel(workspace, executions);
        return List.of(
                new BottomTab(
                        "problems",
                        "Problems",
                        () -> new ProblemsView(problems),
                        problems.countProperty()),
                new BottomTab(
                        "permissions",
                        "Permissions",
                        () -> new PermissionsView(permissions, comparing),
                        permissions.holdersProperty().map(_ -> count(permissions.roles()))),
                new BottomTab("code", "Code", () -> view(code), nothing()),
                new BottomTab(
                        "executions",
                        "Executions",
                        () -> new ExecutionsView(executions),
                        executions
                                .executionsProperty()
                                .map(e -> e.isEmpty() ? "" : String.valueOf(e.size()))),
                new BottomTab(
                        "events",
                        "Events",
                        () ->
                                new EventsView(
                                        deploy.events(),
                                        deploy.elsewhereProperty(),
                                        outside.zone()),
                        Bindings.createStringBinding(
                                () ->
                                        deploy.events().isEmpty()
                                                ? ""
                                                : String.valueOf(deploy.events().size()),
                                deploy.events())),
                new BottomTab("metrics", "Metrics", () -> new MetricsView(metrics), nothing()));
    }

    private static CodeView view(CodeViewModel code) {
        var view = new CodeView(code);
        code.showingProperty().bind(view.visibleProperty().and(view.sceneProperty().isNotNull()));
        return view;
    }

    private static String count(long roles) {
        return roles == 1 ? "1 role" : roles + " roles";
    }

    private static ObservableValue<String> nothing() {
        return new javafx.beans.property.ReadOnlyStringWrapper("");
    }

    private static List<Language> languages() {
        return List.of(
                language("CloudFormation", Formats.CLOUDFORMATION_YAML),
                language("Terraform", Formats.TERRAFORM),
                language("JSON", Formats.CODEPIPELINE));
    }

    private static Language language(String title, Formats format) {
        return new Language(
                title,
                blueprint ->
                        format.write(blueprint).files().stream()
                                .map(f -> new CodeFile(f.path(), f.content()))
                                .toList());
    }
}
