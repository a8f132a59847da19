package io.stagecraft.ui.inspector;

import io.stagecraft.edit.RemoveCompanion;
import io.stagecraft.edit.SetCompanion;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Companion.Grant;
import io.stagecraft.model.Companion.Subscription;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Origin;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.control.TitledPane;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The resources that come with the pipeline, a folding form each.
final class CompanionsEditor implements Editor {
    private static final List<String> COMPUTE =
            List.of(
                    "BUILD_GENERAL1_SMALL",
                    "BUILD_GENERAL1_MEDIUM",
                    "BUILD_GENERAL1_LARGE",
                    "BUILD_GENERAL1_XLARGE",
                    "BUILD_GENERAL1_2XLARGE");
    private static final List<String> HOSTS =
            List.of("GitHub", "GitHubEnterpriseServer", "GitLab", "GitLabSelfManaged", "Bitbucket");

    private final Workspace workspace;
    private final Live list;

    CompanionsEditor(Workspace workspace) {
        this.workspace = workspace;
        list = new Live(this::shape, this::fill);
        list.setId("field-companions");
    }

    private Object shape() {
        return all().stream().map(c -> c.getClass().getSimpleName()).toList();
    }

    private List<Companion> all() {
        return workspace.design().companions();
    }

    private void fill(Live box) {
        if (all().isEmpty()) {
            box.say(
                    Forms.words(
                            "Nothing yet. Build projects, connections, topics and stack roles appear here as actions need them."));
        }
        for (int i = 0; i < all().size(); i++) {
            var form = box.tend(new CompanionForm(i));
            box.say(form.node());
        }
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public void refresh() {
        list.refresh();
    }

    /// The form of one companion.
    private final class CompanionForm implements Editor {
        private final int at;
        private final Live form;
        private final FieldRow row;
        private final TitledPane pane;

        CompanionForm(int at) {
            this.at = at;
            form =
                    new Live(
                            () -> now().map(c -> c.origin() instanceof Origin.Create),
                            this::fields);
            form.getStyleClass().add("companion-form");
            pane = new TitledPane("", form);
            pane.setMnemonicParsing(false);
            pane.setMinWidth(0);
            pane.setExpanded(false);
            pane.setAnimated(false);
            pane.getStyleClass().add("companion");
            row =
                    new FieldRow(
                            "companion-" + now().map(Companion::name).orElse(""),
                            "",
                            new Opening());
        }

        /// Opens the form when it is asked for.
        private final class Opening implements Editor {
            @Override
            public Node node() {
                return pane;
            }

            @Override
            public void refresh() {
                pane.setText(now().map(CompanionChoices::words).orElse(""));
                form.refresh();
            }

            @Override
            public void focus() {
                pane.setExpanded(true);
                pane.requestFocus();
            }
        }

        private Optional<Companion> now() {
            return at < all().size() ? Optional.of(all().get(at)) : Optional.empty();
        }

        private void put(Companion changed) {
            now().ifPresent(old -> workspace.apply(new SetCompanion(old.name(), changed)));
        }

        private void fields(Live box) {
            now().ifPresent(c -> {
                box.add(
                        new FieldRow(
                                "origin",
                                "Comes from",
                                new OriginEditor(
                                        workspace,
                                        Optional.empty(),
                                        "Its ARN or name",
                                        () -> now().map(Companion::origin),
                                        origin ->
                                                now().ifPresent(n ->
                                                        put(
                                                                n.withOrigin(
                                                                        origin.orElse(
                                                                                Origin
                                                                                        .CREATE)))))));
                switch (c) {
                    case Companion.BuildProject _ -> project(box);
                    case Companion.Connection _ -> connection(box);
                    case Companion.Topic _ -> topic(box);
                    case Companion.Watch _ -> watch().into(box);
                    case Companion.StackRole _ -> role(box);
                }
                box.say(
                        Forms.add(
                                "remove-" + c.name(),
                                "Remove " + c.name(),
                                () ->
                                        now().ifPresent(n ->
                                                workspace.apply(new RemoveCompanion(n.name())))));
            });
        }

        private Optional<Companion.BuildProject> build() {
            return now().filter(Companion.BuildProject.class::isInstance)
                    .map(Companion.BuildProject.class::cast);
        }

        private FieldRow text(
                String label,
                Function<Companion.BuildProject, String> read,
                BiFunction<Companion.BuildProject, String, Companion> write) {
            return new FieldRow(
                    label,
                    label,
                    TextEditor.line(
                            workspace,
                            () -> build().map(read).orElse(""),
                            words -> build().ifPresent(p -> put(write.apply(p, words)))));
        }

        private void project(Live box) {
            box.add(text("Name", Companion.BuildProject::name, (p, t) -> new Change(p).name(t)));
            if (build().filter(p -> p.origin() instanceof Origin.Existing).isPresent()) {
                return;
            }
            box.add(text("Image", Companion.BuildProject::image, (p, t) -> new Change(p).image(t)));
            box.add(
                    new FieldRow(
                            "compute",
                            "Compute",
                            new ChoiceEditor<>(
                                    () -> COMPUTE,
                                    c ->
                                            c.replace("BUILD_GENERAL1_", "")
                                                    .toLowerCase(java.util.Locale.ROOT),
                                    () -> build().map(Companion.BuildProject::computeType),
                                    c -> build().ifPresent(p -> put(new Change(p).compute(c))))));
            box.add(
                    text(
                            "Timeout in minutes",
                            p -> String.valueOf(p.timeoutMinutes()),
                            (p, t) ->
                                    t.matches("\\d{1,4}")
                                            ? new Change(p).timeout(Integer.parseInt(t))
                                            : p));
            box.add(
                    new FieldRow(
                            "buildspec",
                            "Buildspec",
                            TextEditor.lines(
                                            10,
                                            workspace,
                                            () ->
                                                    build().map(Companion.BuildProject::buildspec)
                                                            .orElse(""),
                                            t -> build().ifPresent(p -> put(p.withBuildspec(t))))
                                    .mono()
                                    .prompt("buildspec.yml in the source's root")));
            box.add(
                    new FieldRow(
                            "variables",
                            "Variables, NAME=value lines",
                            TextEditor.lines(
                                            3,
                                            workspace,
                                            () -> build().map(CompanionForm::lines).orElse(""),
                                            t ->
                                                    build().ifPresent(p ->
                                                            put(
                                                                    new Change(p)
                                                                            .variables(
                                                                                    parse(p, t)))))
                                    .mono()));
            box.add(
                    new FieldRow(
                            "reports",
                            "Publishes test reports",
                            new Switch(
                                    () ->
                                            build().map(Companion.BuildProject::reports)
                                                    .orElse(false),
                                    on -> build().ifPresent(p -> put(new Change(p).reports(on))))));
            box.add(
                    new FieldRow(
                            "privileged",
                            "May run Docker",
                            new Switch(
                                    () ->
                                            build().map(Companion.BuildProject::privileged)
                                                    .orElse(false),
                                    on ->
                                            build().ifPresent(p ->
                                                    put(new Change(p).privileged(on))))));
        }

        private static String lines(Companion.BuildProject project) {
            return project.variables().stream()
                    .map(v -> v.name() + "=" + v.value())
                    .collect(java.util.stream.Collectors.joining("\n"));
        }

        private static List<EnvironmentVariable> parse(Companion.BuildProject old, String text) {
            return text.lines()
                    .filter(l -> !l.isBlank())
                    .map(l -> {
                        int sign = l.indexOf('=');
                        var name = sign < 0 ? l.strip() : l.substring(0, sign).strip();
                        var kind =
                                old.variables().stream()
                                        .filter(v -> v.name().equals(name))
                                        .map(EnvironmentVariable::kind)
                                        .findFirst()
                                        .orElse(EnvironmentVariable.Kind.PLAINTEXT);
                        return new EnvironmentVariable(
                                name, sign < 0 ? "" : l.substring(sign + 1).strip(), kind);
                    })
                    .toList();
        }

        private void connection(Live box) {
            box.add(
                    renaming((c, name) ->
                            c instanceof Companion.Connection n
                                    ? new Companion.Connection(
                                            name, n.origin(), n.environment(), n.providerType())
                                    : c));
            box.add(
                    new FieldRow(
                            "host",
                            "Git host",
                            new ChoiceEditor<>(
                                    () -> HOSTS,
                                    h -> h,
                                    () ->
                                            now().map(c ->
                                                    c instanceof Companion.Connection n
                                                            ? n.providerType()
                                                            : ""),
                                    h ->
                                            now().ifPresent(c -> {
                                                if (c instanceof Companion.Connection n) {
                                                    put(
                                                            new Companion.Connection(
                                                                    n.name(),
                                                                    n.origin(),
                                                                    n.environment(),
                                                                    h));
                                                }
                                            }))));
            box.say(
                    Forms.words(
                            "After the first deployment somebody completes its handshake once, in the console under Developer Tools › Connections."));
        }

        private void topic(Live box) {
            box.add(
                    renaming((c, name) ->
                            c instanceof Companion.Topic t
                                    ? new Companion.Topic(
                                            name, t.origin(), t.environment(), t.subscriptions())
                                    : c));
            box.add(
                    new FieldRow(
                            "subscriptions",
                            "Who hears of it, protocol:endpoint lines",
                            TextEditor.lines(
                                            3,
                                            workspace,
                                            () ->
                                                    now().map(c ->
                                                                    c instanceof Companion.Topic t
                                                                            ? t
                                                                                    .subscriptions()
                                                                                    .stream()
                                                                                    .map(s ->
                                                                                            s
                                                                                                            .protocol()
                                                                                                    + ":"
                                                                                                    + s
                                                                                                            .endpoint())
                                                                                    .collect(
                                                                                            java
                                                                                                    .util
                                                                                                    .stream
                                                                                                    .Collectors
                                                                                                    .joining(
                                                                                                            "\n"))
                                                                            : "")
                                                            .orElse(""),
                                            text ->
                                                    now().ifPresent(c -> {
                                                        if (c instanceof Companion.Topic t) {
                                                            put(
                                                                    new Companion.Topic(
                                                                            t.name(),
                                                                            t.origin(),
                                                                            t.environment(),
                                                                            subscriptions(text)));
                                                        }
                                                    }))
                                    .mono()
                                    .prompt("email:team@example.com")));
        }

        private WatchForm watch() {
            return new WatchForm(
                    workspace,
                    () ->
                            now().filter(Companion.Watch.class::isInstance)
                                    .map(Companion.Watch.class::cast),
                    this::put);
        }

        private static List<Subscription> subscriptions(String text) {
            return text.lines()
                    .map(String::strip)
                    .filter(l -> l.contains(":"))
                    .map(l ->
                            new Subscription(
                                    l.substring(0, l.indexOf(':')),
                                    l.substring(l.indexOf(':') + 1)))
                    .toList();
        }

        private void role(Live box) {
            box.add(
                    renaming((c, name) ->
                            c instanceof Companion.StackRole r
                                    ? new Companion.StackRole(
                                            name, r.origin(), r.environment(), r.grants())
                                    : c));
            box.add(
                    new FieldRow(
                            "grants",
                            "What its stack needs, a line each",
                            TextEditor.lines(
                                            8,
                                            workspace,
                                            () ->
                                                    now().map(c ->
                                                                    c
                                                                                    instanceof
                                                                                    Companion
                                                                                                    .StackRole
                                                                                            r
                                                                            ? grants(r)
                                                                            : "")
                                                            .orElse(""),
                                            text ->
                                                    now().ifPresent(c -> {
                                                        if (c instanceof Companion.StackRole r) {
                                                            put(
                                                                    new Companion.StackRole(
                                                                            r.name(),
                                                                            r.origin(),
                                                                            r.environment(),
                                                                            grants(text)));
                                                        }
                                                    }))
                                    .mono()
                                    .prompt("sqs:CreateQueue on arn:… # the queue")));
            box.say(
                    Forms.words(
                            "Actions, then “on” and ARNs, then “#” and why; commas between. {partition}, {region} and {account} stand for its environment's."));
        }

        private static String grants(Companion.StackRole role) {
            return role.grants().stream()
                    .map(g ->
                            Forms.text(g.actions())
                                    + " on "
                                    + Forms.text(g.resources())
                                    + (g.why().isEmpty() ? "" : " # " + g.why()))
                    .collect(java.util.stream.Collectors.joining("\n"));
        }

        private static List<Grant> grants(String text) {
            return text.lines()
                    .filter(l -> !l.isBlank())
                    .map(l -> {
                        var why =
                                l.contains(" # ") ? l.substring(l.indexOf(" # ") + 3).strip() : "";
                        var grant = l.contains(" # ") ? l.substring(0, l.indexOf(" # ")) : l;
                        var parts = grant.split(" on ", 2);
                        return new Grant(
                                Forms.list(parts[0]),
                                parts.length == 2 ? Forms.list(parts[1]) : List.of(),
                                why);
                    })
                    .toList();
        }

        private FieldRow renaming(BiFunction<Companion, String, Companion> change) {
            return new FieldRow(
                    "companion-name",
                    "Name",
                    TextEditor.line(
                            workspace,
                            () -> now().map(Companion::name).orElse(""),
                            name -> now().ifPresent(c -> put(change.apply(c, name)))));
        }

        @Override
        public Node node() {
            return row;
        }

        @Override
        public void refresh() {
            now().ifPresent(c -> row.setId("field-companion-" + c.name()));
            row.refresh();
        }
    }

    /// A build project with one part changed.
    private record Change(Companion.BuildProject of) {
        private Companion.BuildProject with(
                String name,
                String image,
                String compute,
                boolean privileged,
                int timeout,
                List<EnvironmentVariable> variables,
                boolean reports) {
            return new Companion.BuildProject(
                    name,
                    of.origin(),
                    of.environment(),
                    of.environmentType(),
                    image,
                    compute,
                    privileged,
                    timeout,
                    of.buildspec(),
                    variables,
                    reports,
                    of.logRetentionDays());
        }

        Companion name(String name) {
            return with(
                    name,
                    of.image(),
                    of.computeType(),
                    of.privileged(),
                    of.timeoutMinutes(),
                    of.variables(),
                    of.reports());
        }

        Companion image(String image) {
            return with(
                    of.name(),
                    image,
                    of.computeType(),
                    of.privileged(),
                    of.timeoutMinutes(),
                    of.variables(),
                    of.reports());
        }

        Companion compute(String compute) {
            return with(
                    of.name(),
                    of.image(),
                    compute,
                    of.privileged(),
                    of.timeoutMinutes(),
                    of.variables(),
                    of.reports());
        }

        Companion privileged(boolean on) {
            return with(
                    of.name(),
                    of.image(),
                    of.computeType(),
                    on,
                    of.timeoutMinutes(),
                    of.variables(),
                    of.reports());
        }

        Companion timeout(int minutes) {
            return with(
                    of.name(),
                    of.image(),
                    of.computeType(),
                    of.privileged(),
                    minutes,
                    of.variables(),
                    of.reports());
        }

        Companion variables(List<EnvironmentVariable> variables) {
            return with(
                    of.name(),
                    of.image(),
                    of.computeType(),
                    of.privileged(),
                    of.timeoutMinutes(),
                    variables,
                    of.reports());
        }

        Companion reports(boolean on) {
            return with(
                    of.name(),
                    of.image(),
                    of.computeType(),
                    of.privileged(),
                    of.timeoutMinutes(),
                    of.variables(),
                    on);
        }
    }
}
