package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.StartEvent;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.iam.Trusts;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How sources that have to be told of a revision start the pipeline: a rule for each, and one role for all of them. Events of
/// another account come over its own rule to the event bus here, which lets that account in.
///
/// @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html">Events between accounts</a>
final class Starts {
    private final Design design;
    private final ActionCatalog catalog;
    private final Ground ground;
    private final Views views;
    private final Keys keys;
    private final List<String> notes;
    private final List<Statement.Reason> why = new ArrayList<>();
    private final List<Resource> rules = new ArrayList<>();

    /// By the place it forwards from, the key of the role it does so under.
    private final Map<Site, String> forwarders = new LinkedHashMap<>();

    Starts(
            Design design,
            ActionCatalog catalog,
            Ground ground,
            Views views,
            Keys keys,
            List<String> notes) {
        this.design = design;
        this.catalog = catalog;
        this.ground = ground;
        this.views = views;
        this.keys = keys;
        this.notes = notes;
    }

    /// Puts rules and roles into their stacks.
    void plan() {
        var role = keys.of("Start", "Role");
        design.actions().forEach(action -> start(action, role));
        if (!rules.isEmpty()) {
            var home = ground.draft(ground.home());
            home.role(
                    role,
                    ground.fixed(RoleNames.of(design.name(), "start")),
                    "EventBridge starts " + design.name() + " under it",
                    trustOfEvents("lets EventBridge start the pipeline"),
                    List.of(
                            allow(
                                    "StartPipeline",
                                    "codepipeline:StartPipelineExecution",
                                    pipeline(),
                                    why)),
                    List.of());
            home.resources.addAll(rules);
        }
    }

    private Text pipeline() {
        return ground.arn("codepipeline", ground.home(), ground.home(), design.name());
    }

    private void start(Action action, String role) {
        event(action, ground.home())
                .ifPresent(event -> {
                    if (ground.isForeign(ground.of(action))) {
                        forward(action);
                    }
                    event.note().ifPresent(notes::add);
                    why.add(
                            new Statement.Reason(
                                    Optional.of(action.id()),
                                    "starts the pipeline when " + action.name() + " changes"));
                    rules.add(
                            new Resource.StartRule(
                                    keys.of("StartOn-" + action.name(), ""),
                                    "Starts "
                                            + design.name()
                                            + " when "
                                            + action.name()
                                            + " changes",
                                    event.pattern(),
                                    pipeline(),
                                    Text.arnOf(role)));
                });
    }

    private Optional<StartEvent> event(Action action, Site from) {
        return catalog.find(action.type())
                .flatMap(spec -> StartEvent.of(spec, views.from(action, from)));
    }

    private void forward(Action action) {
        var site = ground.of(action);
        var bus = ground.arn("events", ground.home(), site, "event-bus/default");
        var role = forwarders.computeIfAbsent(site, s -> letIn(s, bus));
        event(action, site)
                .ifPresent(event ->
                        ground.draft(site)
                                .resources
                                .add(
                                        new Resource.StartRule(
                                                keys.of("Forward-" + action.name(), ""),
                                                "Tells "
                                                        + design.name()
                                                        + " when "
                                                        + action.name()
                                                        + " changes",
                                                event.pattern(),
                                                bus,
                                                Text.arnOf(role))));
    }

    /// The role to send under there, and the permission to send to the bus here.
    private String letIn(Site site, Text bus) {
        var role = keys.of("Forward", "Role");
        var reason = "sends events of sources to the account of the pipeline";
        ground.draft(site)
                .role(
                        role,
                        Optional.empty(),
                        "EventBridge sends events for " + design.name() + " under it",
                        trustOfEvents("lets EventBridge send events"),
                        List.of(
                                allow(
                                        "SendEvents",
                                        "events:PutEvents",
                                        bus,
                                        List.of(new Statement.Reason(Optional.empty(), reason)))),
                        List.of());
        var account = ground.seen(site, ground.home()).account();
        var home = ground.draft(ground.home());
        if (home.resources.stream()
                .noneMatch(r -> r instanceof Resource.BusAccess b && b.account().equals(account))) {
            home.resources.add(
                    new Resource.BusAccess(
                            keys.of("EventsFrom", ""),
                            Keys.slug(design.name(), 40) + "-" + site.account(),
                            account));
        }
        return role;
    }

    private static Statement allow(String sid, String action, Text on, List<Statement.Reason> why) {
        return new Statement(
                sid,
                Statement.Effect.ALLOW,
                List.of(),
                List.of(action),
                List.of(on),
                List.of(),
                why,
                Optional.empty());
    }

    private static Policy trustOfEvents(String why) {
        return Trusts.service(
                "events.amazonaws.com",
                Text.here(Text.Here.ACCOUNT),
                Optional.empty(), // the rules' names are made up by AWS
                why);
    }
}
