package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.DeploymentTarget;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Workspace;
import io.stagecraft.validate.About;

import java.util.List;
import java.util.Optional;

/// The resources beside the pipeline, as a field offers them.
final class CompanionChoices {
    private CompanionChoices() {}

    /// A companion that may stand in a field.
    ///
    /// @param words such as "orders-build · created with the pipeline"
    record Choice(String value, String words) {}

    static List<Choice> of(Design design, CompanionKind kind) {
        return design.companions().stream()
                .filter(c -> kindOf(c).filter(kind::equals).isPresent())
                .map(c -> new Choice(CompanionRef.to(c.name()), words(c)))
                .toList();
    }

    static String words(Companion companion) {
        return companion.name()
                + switch (companion.origin()) {
                    case Origin.Create() -> " · created with the pipeline";
                    case Origin.Existing(var identifier) -> " · existing, " + identifier;
                };
    }

    private static Optional<CompanionKind> kindOf(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject _ -> Optional.of(CompanionKind.BUILD_PROJECT);
            case Companion.Connection _ -> Optional.of(CompanionKind.CONNECTION);
            case Companion.Topic _ -> Optional.of(CompanionKind.TOPIC);
            case Companion.Watch _ -> Optional.empty(); // no setting points at one
            case Companion.Repository _ -> Optional.of(CompanionKind.REPOSITORY);
            case Companion.Deployment d ->
                    switch (d.target()) {
                        case DeploymentTarget.Instances _ ->
                                Optional.of(CompanionKind.SERVER_DEPLOYMENT);
                        case DeploymentTarget.Service _ ->
                                Optional.of(CompanionKind.SERVICE_DEPLOYMENT);
                        // what deploys functions is no action of a pipeline
                        case DeploymentTarget.Functions _ -> Optional.empty();
                    };
            case Companion.StackRole _ -> Optional.of(CompanionKind.STACK_ROLE);
        };
    }

    /// Leads to the form of the companion that a setting points at.
    static void open(Workspace workspace, String value) {
        CompanionRef.in(value)
                .ifPresent(name -> {
                    workspace.selectionProperty().set(Selection.NONE);
                    workspace.show(new About.PipelinePart("companions", name));
                });
    }
}
