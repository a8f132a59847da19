package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.catalog.FieldSpec.Form;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Placeholder;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a setting such as `@{orders-build}` becomes: a name or an ARN, as it is known at the place that asks.
final class Companions {
    /// A companion that comes with the design.
    ///
    /// @param key the logical id of the thing itself
    record Made(Companion companion, Site site, String key) {}

    /// The region and the account of a repository's ARN; either may be for a template to fill in.
    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "arn:X:ecr:(X):(X):repository/.+".replace("X", "(?:\\$\\{[^}]+}|[^:$])+"));

    private final Design design;
    private final Ground ground;
    private final Map<String, Made> made = new HashMap<>();

    Companions(Design design, Ground ground, Keys keys) {
        this.design = design;
        this.ground = ground;
        for (var companion : design.companions()) {
            if (companion.origin() instanceof Origin.Create) {
                made.computeIfAbsent(
                        companion.name(),
                        name ->
                                new Made(
                                        companion,
                                        ground.of(companion),
                                        keys.of(name, kind(companion))));
            }
        }
    }

    /// Nothing where it is not made by the design.
    Optional<Made> made(String name) {
        return Optional.ofNullable(made.get(name));
    }

    Optional<Companion> find(String name) {
        return design.companion(name);
    }

    static String kind(Companion companion) {
        return switch (companion) {
            case Companion.BuildProject _ -> "Project";
            case Companion.Connection _ -> "Connection";
            case Companion.Topic _, Companion.Watch _ -> "Topic";
            case Companion.Repository _ -> "Repository";
            case Companion.Deployment _ -> "Group";
            case Companion.StackRole _ -> "Role";
        };
    }

    /// As the pipeline's settings name it: by its resource, so that it is there first.
    Optional<Text> setting(String name, Form form) {
        var of = made(name).filter(m -> m.site().equals(ground.home()));
        if (of.isEmpty()) {
            return policy(name, form, ground.home());
        }
        var key = of.get().key();
        return Optional.of(
                switch (form) {
                    case NAME -> Text.nameOf(key);
                    case ARN -> Text.arnOf(key);
                    case PARENT -> Text.of(of.get().companion().name()); // its group waits for it
                });
    }

    /// As a policy in the stack at `from` names it. What has a name of its own is named by it, so that no role waits for what
    /// waits for the role.
    Optional<Text> policy(String name, Form form, Site from) {
        return find(name)
                .flatMap(companion ->
                        switch (companion.origin()) {
                            case Origin.Create() -> made(name).map(m -> created(m, form, from));
                            case Origin.Existing(var id) ->
                                    existing(companion, id.strip(), form, from);
                        });
    }

    private Text created(Made made, Form form, Site from) {
        var companion = made.companion();
        boolean here = made.site().equals(from);
        return switch (companion) {
            case Companion.BuildProject p ->
                    form == Form.NAME
                            ? Text.of(p.name())
                            : ground.arn("codebuild", made.site(), from, "project/" + p.name());
            case Companion.Connection c ->
                    form == Form.NAME
                            ? Text.of(c.name())
                            : here ? Text.arnOf(made.key()) : asked(companion, from);
            case Companion.Topic _, Companion.Watch _ ->
                    form == Form.NAME
                            ? Text.of(companion.name())
                            : here
                                    ? Text.arnOf(made.key())
                                    : ground.arn("sns", made.site(), from, companion.name());
            case Companion.Repository r ->
                    form == Form.NAME
                            ? Text.of(r.name())
                            : ground.arn("ecr", made.site(), from, "repository/" + r.name());
            case Companion.Deployment d ->
                    form == Form.ARN
                            ? ground.arn(
                                    "codedeploy",
                                    made.site(),
                                    from,
                                    "deploymentgroup:" + d.name() + "/" + d.name())
                            : Text.of(d.name());
            case Companion.StackRole r ->
                    here
                            ? form == Form.NAME ? Text.nameOf(made.key()) : Text.arnOf(made.key())
                            : form == Form.NAME
                                    ? Text.of(RoleNames.cut(r.name()))
                                    : ground.roleArn(made.site(), from, RoleNames.cut(r.name()));
        };
    }

    /// The ARN of the repository that holds an image, as a policy in the stack at `from` names it.
    Optional<Text> repositoryOf(EcrImage image, Site from) {
        return switch (image) {
            case EcrImage.OfCompanion(var name, _) -> policy(name, Form.ARN, from);
            case EcrImage.Elsewhere(var account, var region, var repository) ->
                    Optional.of(
                            Text.of("arn:")
                                    .plus(Text.here(Text.Here.PARTITION))
                                    .plus(":ecr:" + region + ":" + account)
                                    .plus(":repository/" + repository));
        };
    }

    /// An image as CodeBuild pulls it: one in a repository of the design by its address.
    Text image(String name, Site from) {
        return EcrImage.in(name)
                .flatMap(image ->
                        image instanceof EcrImage.OfCompanion(var companion, var tag)
                                ? find(companion).map(c -> address(c, from).plus(tag))
                                : Optional.empty())
                .orElseGet(() -> Text.of(name));
    }

    /// Its own ARN says where a repository is, whatever the environment of the companion.
    private Text address(Companion repository, Site from) {
        var arn =
                repository.origin() instanceof Origin.Existing(var id)
                        ? Optional.of(REPOSITORY.matcher(id.strip())).filter(Matcher::matches)
                        : Optional.<Matcher>empty();
        var place = ground.seen(ground.of(repository), from);
        return arn.map(a -> Text.of(a.group(2)))
                .orElse(place.account())
                .plus(".dkr.ecr.")
                .plus(arn.map(a -> Text.of(a.group(1))).orElse(place.region()))
                .plus(".")
                // nobody pulls from another partition
                .plus(Text.here(Text.Here.SUFFIX))
                .plus("/")
                .plus(
                        policy(repository.name(), Form.NAME, from)
                                .orElse(Text.of(repository.name())));
    }

    private Optional<Text> existing(Companion companion, String id, Form form, Site from) {
        if (id.isEmpty()) {
            return Optional.of(asked(companion, from));
        }
        boolean isArn = id.startsWith("arn:");
        if (form == Form.PARENT) {
            var whole = id.substring(Placeholder.masked(id).lastIndexOf(':') + 1);
            return Optional.of(Text.of(whole.split("/", 2)[0]));
        }
        if (form == Form.NAME) {
            var rest = id.substring(Placeholder.masked(id).lastIndexOf(':') + 1);
            // a repository's name may have a / of its own
            int cut =
                    companion instanceof Companion.Repository
                            ? rest.indexOf('/')
                            : rest.lastIndexOf('/');
            boolean isWhole = !isArn && !(companion instanceof Companion.Deployment);
            return Optional.of(Text.of(isWhole ? id : rest.substring(cut + 1)));
        }
        if (isArn) {
            return Optional.of(Text.of(id));
        }
        var site = ground.of(companion);
        return switch (companion) {
            case Companion.BuildProject _ ->
                    Optional.of(ground.arn("codebuild", site, from, "project/" + id));
            case Companion.Topic _, Companion.Watch _ ->
                    Optional.of(ground.arn("sns", site, from, id));
            case Companion.Repository _ ->
                    Optional.of(ground.arn("ecr", site, from, "repository/" + id));
            case Companion.Deployment _ ->
                    Optional.of(ground.arn("codedeploy", site, from, "deploymentgroup:" + id));
            case Companion.StackRole _ -> Optional.of(ground.roleArn(site, from, id));
            case Companion.Connection _ ->
                    Optional.empty(); // its ARN ends in an id that AWS made up
        };
    }

    /// Only the user knows it.
    private Text asked(Companion companion, Site from) {
        var form =
                switch (companion) {
                    case Companion.BuildProject _, Companion.Repository _, Companion.Deployment _ ->
                            "Name";
                    case Companion.Connection _,
                            Companion.Topic _,
                            Companion.Watch _,
                            Companion.StackRole _ ->
                            "Arn";
                };
        var what =
                switch (companion) {
                    case Companion.BuildProject _ -> "The name of the CodeBuild project";
                    case Companion.Connection _ -> "The ARN of the connection";
                    case Companion.Topic _, Companion.Watch _ -> "The ARN of the SNS topic";
                    case Companion.Repository _ -> "The name of the ECR repository";
                    case Companion.Deployment _ ->
                            "The name of the CodeDeploy application, and of its group,";
                    case Companion.StackRole _ -> "The ARN of the role for CloudFormation";
                };
        var key = Keys.pascal(companion.name());
        var kind = kind(companion);
        var name = (key.endsWith(kind) ? key : key + kind) + form;
        var description = what + " " + companion.name();
        return made(companion.name())
                .map(m -> ground.draft(from).told(name, description, m.site(), m.key() + form))
                .orElseGet(() -> ground.draft(from).parameter(name, description, false));
    }
}
