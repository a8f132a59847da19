package io.stagecraft.validate;

import io.stagecraft.iam.Holder;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;

/// A role that would need longer policies than IAM takes.
///
/// @param about where a person can do something about it
/// @param whose such as "the role of Deploy"
public record LongRole(About about, String whose) {
    static LongRole of(Holder holder, Design design) {
        return switch (holder) {
            case Holder.Pipeline() -> new LongRole(About.of("role", ""), "the pipeline's role");
            case Holder.OfAction(var id) ->
                    new LongRole(
                            new About.Field(id, "role"),
                            "the role of " + design.action(id).map(Action::name).orElse(""));
            case Holder.OfProject(var name) ->
                    ofCompanion(name, "the role of the build project " + name);
            case Holder.OfBatches(var name) ->
                    ofCompanion(name, "the role of the batch builds of " + name);
            case Holder.OfStacks(var name) -> ofCompanion(name, "the role " + name);
            case Holder.Existing(var role) ->
                    new LongRole(About.of("role", ""), "the role " + role.shown());
        };
    }

    static LongRole ofDeployment(String name) {
        return ofCompanion(name, "the role that CodeDeploy deploys " + name + " under");
    }

    private static LongRole ofCompanion(String name, String whose) {
        return new LongRole(About.of("companions", name), whose);
    }
}
