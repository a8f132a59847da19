package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Policy;

import java.util.List;
import java.util.Optional;

/// Roles with their policies.
record CloudFormationRoles(CloudFormationDeclarations stack) {
    void role(Resource.Role role) {
        var properties =
                new Doc.Building()
                        .maybeText("RoleName", role.name())
                        .put("Description", role.description())
                        .put("AssumeRolePolicyDocument", stack.policy(role.trust()))
                        .each(
                                "Policies",
                                role.policies(),
                                policy ->
                                        new Doc.Building()
                                                .put("PolicyName", policy.name())
                                                .put("PolicyDocument", stack.policy(policy))
                                                .done())
                        .maybe("Tags", stack.tags())
                        .done();
        stack.put(
                role.key(),
                new Doc.Building()
                        .put("Type", "AWS::IAM::Role")
                        .maybe("Metadata", metadata(role))
                        .put("Properties", properties)
                        .done());
    }

    private static Optional<Doc> metadata(Resource.Role role) {
        var metadata = new Doc.Building();
        unscoped(role.policies()).ifPresent(why -> why.members().forEach(metadata::put));
        metadata.each(
                "DeployedStacksHold",
                role.creates(),
                c -> new Doc.Building().put("Call", c.call()).put("Named", named(c)).done());
        var done = metadata.done();
        return done.members().isEmpty() ? Optional.empty() : Optional.of(done);
    }

    /// Metadata is read as it stands: what is not known yet may be anything.
    private static String named(Resource.Creates creates) {
        return creates.named().replaceAll("\\$\\{[^{}]*}", "*");
    }

    /// Why a statement has to say `*`, for those who read JSON and for programs.
    private static Optional<Doc.Obj> unscoped(List<Policy> policies) {
        var why = new Doc.Building();
        policies.forEach(
                p -> p.statements().forEach(s -> s.unscoped().ifPresent(w -> why.put(s.sid(), w))));
        return why.done().members().isEmpty()
                ? Optional.empty()
                : Optional.of(new Doc.Building().put("WhyOnEveryResource", why.done()).done());
    }
}
