package io.stagecraft.ui.deploy;

import io.stagecraft.aws.Deployments.Event;
import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Statement;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.validate.About;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where in the drawing a resource comes from, so that a failure leads to the card that it is about.
///
/// @param resource the resource that failed first, by its logical id
/// @param about the card or form behind it
public record Culprit(String resource, About about) {
    private static final String FAILED = "_FAILED"; // such as CREATE_FAILED

    /// The first failure among `events`; nothing while nothing failed.
    static Optional<Culprit> among(List<Event> events, Blueprint blueprint, Design design) {
        return events.stream()
                .filter(e -> e.status().endsWith(FAILED))
                .findFirst()
                .map(e -> new Culprit(e.resource(), about(e.resource(), blueprint, design)));
    }

    /// What of the drawing a resource stands for; the pipeline as a whole where nothing narrower is known.
    static About about(String resource, Blueprint blueprint, Design design) {
        return blueprint.stacks().stream()
                .flatMap(s -> s.resources().stream())
                .filter(r -> r.key().equals(resource))
                .findFirst()
                .map(r -> about(r, design))
                .orElse(About.PIPELINE);
    }

    private static About about(Resource resource, Design design) {
        return switch (resource) {
            case Resource.BuildProject b -> user(b.project().name(), design);
            case Resource.Connection c -> user(c.name(), design);
            case Resource.Repository r -> user(r.name().shown(), design);
            case Resource.DeployApplication a -> user(a.name(), design);
            case Resource.DeployPace p -> user(p.name(), design);
            case Resource.DeployGroup g -> user(g.name(), design);
            case Resource.ArtifactBucket _, Resource.EncryptionKey _ -> About.of("stores", "");
            case Resource.StartRule _, Resource.BusAccess _ -> About.of("triggers", "");
            case Resource.Role r -> reason(r);
            case Resource.Topic _,
                    Resource.LogGroup _,
                    Resource.Notice _,
                    Resource.Alarm _,
                    Resource.Dashboard _,
                    Resource.Pipeline _ ->
                    About.PIPELINE;
        };
    }

    /// The action that uses a companion, or else the companion's own form.
    private static About user(String companion, Design design) {
        var ref = CompanionRef.to(companion);
        return design.actions()
                .flatMap(a ->
                        a.settings().entrySet().stream()
                                .filter(e -> e.getValue().equals(ref))
                                .map(Map.Entry::getKey)
                                .map(key -> About.of(a, key)))
                .findFirst()
                .orElse(About.of("companions", companion));
    }

    /// The only action a role is there for; the role as such where it serves several.
    private static About reason(Resource.Role role) {
        var actions =
                role.statements().stream()
                        .map(Statement::reasons)
                        .flatMap(List::stream)
                        .flatMap(r -> r.action().stream())
                        .distinct()
                        .toList();
        return actions.size() == 1 ? new About.InAction(actions.getFirst()) : About.of("role", "");
    }
}
