package io.stagecraft.edit;

import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.model.Action;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.DeploymentPace;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The resources that a new action needs beside it. Connections, topics and stack roles are shared; a build has a project of its own.
final class Companions {
    /// Amazon's own image; small compute is the cheapest there is.
    private static final String IMAGE = "aws/codebuild/amazonlinux-x86_64-standard:5.0";

    private static final String BUILD =
            """
            version: 0.2
            phases:
              build:
                commands:
                  - echo "Put the commands that build here"
            artifacts:
              files:
                - '**/*'
            """;
    private static final String TEST =
            """
            version: 0.2
            phases:
              build:
                commands:
                  - echo "Put the commands that test here"
            """;

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9_-]+");

    private final Design design;
    private final String prefix;
    private final Set<String> taken = new HashSet<>();
    private final List<Edit> added = new ArrayList<>();

    Companions(Design design) {
        this.design = design;
        prefix = prefix(design);
        design.companions().forEach(c -> taken.add(c.name()));
    }

    /// What has to be added for the names handed out.
    List<Edit> added() {
        return List.copyOf(added);
    }

    /// The name of a companion of the kind that `action` can use.
    String nameOf(CompanionKind kind, Action action) {
        return shared(kind).orElseGet(() -> add(made(kind, action)));
    }

    /// The name of a new companion of the kind, made for `action`.
    String fresh(CompanionKind kind, Action action) {
        return add(made(kind, action));
    }

    /// A companion that nobody has yet.
    Companion made(CompanionKind kind, Action action) {
        return switch (kind) {
            case BUILD_PROJECT -> project(action);
            case CONNECTION ->
                    new Companion.Connection(
                            connection(), Origin.CREATE, Optional.empty(), "GitHub");
            case TOPIC ->
                    new Companion.Topic(
                            free("approvals"), Origin.CREATE, Optional.empty(), List.of());
            case REPOSITORY ->
                    new Companion.Repository(
                            free("images").toLowerCase(Locale.ROOT),
                            Origin.CREATE,
                            Optional.empty(),
                            List.of("latest"), // what actions watch and push when nobody says
                            0,
                            false);
            case SERVER_DEPLOYMENT ->
                    deployment(
                            new DeploymentTarget.Instances(
                                    false, Ordered.copy(Map.of()), List.of(), ""));
            case SERVICE_DEPLOYMENT ->
                    deployment(new DeploymentTarget.Service("", "", "", "", "", 60, List.of()));
            case STACK_ROLE ->
                    new Companion.StackRole(
                            free("stack"), Origin.CREATE, Optional.empty(), List.of());
        };
    }

    private Companion deployment(DeploymentTarget target) {
        return new Companion.Deployment(
                free("deploy"),
                Origin.CREATE,
                Optional.empty(),
                target,
                new DeploymentPace.Named(DeploymentPace.predefined(target).getFirst()));
    }

    private Companion project(Action action) {
        var builds = !action.outputs().isEmpty() || action.type().category() == Category.BUILD;
        return new Companion.BuildProject(
                free(Letters.name(action.name(), OTHERS, "project").toLowerCase(Locale.ROOT)),
                Origin.CREATE,
                Optional.empty(),
                "LINUX_CONTAINER",
                IMAGE,
                "BUILD_GENERAL1_SMALL",
                false,
                60,
                builds ? BUILD : TEST,
                List.of(),
                false,
                30);
    }

    /// AWS takes at most 32 characters; two are left for a number.
    private String connection() {
        var cut = prefix.substring(0, Math.min(prefix.length(), 23)).replaceAll("[-_]+$", "");
        return Names.free(cut + "-github", taken);
    }

    private String free(String end) {
        return Names.free(prefix + "-" + end, taken);
    }

    /// How the names of what comes along with a design begin.
    static String prefix(Design design) {
        return Letters.name(design.name(), OTHERS, "pipeline");
    }

    private String add(Companion companion) {
        taken.add(companion.name());
        added.add(new SetCompanion(companion));
        return companion.name();
    }

    private Optional<String> shared(CompanionKind kind) {
        return design.companions().stream()
                .filter(c -> isShared(c, kind))
                .filter(c -> c.environment().isEmpty())
                .map(Companion::name)
                .findFirst();
    }

    private static boolean isShared(Companion companion, CompanionKind kind) {
        return switch (companion) {
            case Companion.BuildProject _, Companion.Watch _ -> false;
            case Companion.Connection _ -> kind == CompanionKind.CONNECTION;
            case Companion.Topic _ -> kind == CompanionKind.TOPIC;
            case Companion.Deployment _ -> false;
            case Companion.Repository _ -> kind == CompanionKind.REPOSITORY;
            case Companion.StackRole _ -> kind == CompanionKind.STACK_ROLE;
        };
    }
}
