package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.Drop;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.PermissionSpec;
import io.stagecraft.catalog.Play;
import io.stagecraft.catalog.Principal;
import io.stagecraft.catalog.Traits;
import io.stagecraft.catalog.When;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.PipelineType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A few action types with the permissions that matter to a role, so that what roles are made of is told apart from the data.
public record SmallCatalog(List<ActionSpec> all) implements ActionCatalog {
    public static final ActionType CONNECTION =
            ActionType.aws(Category.SOURCE, "CodeStarSourceConnection");
    public static final ActionType BUILD = ActionType.aws(Category.BUILD, "CodeBuild");
    public static final ActionType TEST = ActionType.aws(Category.TEST, "CodeBuild");
    public static final ActionType APPROVAL = ActionType.aws(Category.APPROVAL, "Manual");
    public static final ActionType STACK = ActionType.aws(Category.DEPLOY, "CloudFormation");

    public static SmallCatalog standard() {
        return new SmallCatalog(
                List.of(
                        connection(),
                        codeBuild(BUILD),
                        codeBuild(TEST),
                        approval(),
                        cloudFormation()));
    }

    @Override
    public Optional<ActionSpec> find(ActionType type) {
        return all.stream().filter(s -> s.type().equals(type)).findFirst();
    }

    /// Without the permissions that `which` picks.
    public SmallCatalog without(Predicate<PermissionSpec> which) {
        return new SmallCatalog(
                all.stream()
                        .map(s ->
                                spec(
                                        s.type(),
                                        s.moves(),
                                        s.fields(),
                                        s.permissions().stream().filter(which.negate()).toList()))
                        .toList());
    }

    private static ActionSpec connection() {
        var both = List.of("codeconnections:UseConnection", "codestar-connections:UseConnection");
        return spec(
                CONNECTION,
                ActionSpec.Mover.ACTION_ROLE,
                List.of(
                        field("ConnectionArn", CompanionKind.CONNECTION, FieldSpec.Form.ARN),
                        plain("FullRepositoryId"),
                        plain("OutputArtifactFormat")),
                List.of(
                        allow(
                                Principal.ACTION_ROLE,
                                both,
                                "{ConnectionArn}",
                                "reads the repository",
                                When.ALWAYS),
                        allow(
                                Principal.BUILD_PROJECT_ROLE,
                                both,
                                "{ConnectionArn}",
                                "clones the repository",
                                new When.SettingIs(
                                        "OutputArtifactFormat", List.of("CODEBUILD_CLONE_REF")))));
    }

    private static ActionSpec codeBuild(ActionType type) {
        return spec(
                type,
                ActionSpec.Mover.BUILD_PROJECT_ROLE,
                List.of(field("ProjectName", CompanionKind.BUILD_PROJECT, FieldSpec.Form.NAME)),
                List.of(
                        allow(
                                Principal.ACTION_ROLE,
                                List.of("codebuild:StartBuild", "codebuild:BatchGetBuilds"),
                                "arn:{partition}:codebuild:{region}:{account}:project/{ProjectName}",
                                "starts and follows the build",
                                When.ALWAYS),
                        allow(
                                Principal.BUILD_PROJECT_ROLE,
                                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                                "arn:{partition}:logs:{region}:{account}:log-group:/aws/codebuild/{ProjectName}:*",
                                "writes the build log",
                                When.ALWAYS),
                        allow(
                                Principal.BUILD_PROJECT_ROLE,
                                List.of("codebuild:CreateReportGroup"),
                                "arn:{partition}:codebuild:{region}:{account}:report-group/{ProjectName}-*",
                                "publishes reports",
                                new When.ProjectHas("reports"))));
    }

    private static ActionSpec approval() {
        return spec(
                APPROVAL,
                ActionSpec.Mover.NOBODY,
                List.of(field("NotificationArn", CompanionKind.TOPIC, FieldSpec.Form.ARN)),
                List.of(
                        allow(
                                Principal.PIPELINE_ROLE,
                                List.of("sns:Publish"),
                                "{NotificationArn}",
                                "tells approvers",
                                new When.SettingPresent("NotificationArn")),
                        allow(
                                Principal.APPROVER,
                                List.of("codepipeline:PutApprovalResult"),
                                "arn:{partition}:codepipeline:{home-region}:{home-account}:{pipeline}/{stage}/{action}",
                                "approves or rejects",
                                When.ALWAYS)));
    }

    private static ActionSpec cloudFormation() {
        var stack = "arn:{partition}:cloudformation:{region}:{account}:stack/{StackName}/*";
        return spec(
                STACK,
                ActionSpec.Mover.ACTION_ROLE,
                List.of(
                        plain("ActionMode"),
                        plain("StackName"),
                        field("RoleArn", CompanionKind.STACK_ROLE, FieldSpec.Form.ARN)),
                List.of(
                        allow(
                                Principal.ACTION_ROLE,
                                List.of(
                                        "cloudformation:CreateChangeSet",
                                        "cloudformation:DescribeStacks"),
                                stack,
                                "makes the change set",
                                new When.SettingIs("ActionMode", List.of("CHANGE_SET_REPLACE"))),
                        allow(
                                Principal.ACTION_ROLE,
                                List.of(
                                        "cloudformation:ExecuteChangeSet",
                                        "cloudformation:DescribeStacks"),
                                stack,
                                "executes the change set",
                                new When.SettingIs("ActionMode", List.of("CHANGE_SET_EXECUTE"))),
                        new PermissionSpec(
                                Principal.ACTION_ROLE,
                                List.of("iam:PassRole"),
                                List.of("{RoleArn}"),
                                List.of(
                                        new PermissionSpec.Clause(
                                                "StringEquals",
                                                "iam:PassedToService",
                                                List.of("cloudformation.amazonaws.com"))),
                                "hands the stack role to CloudFormation",
                                new When.SettingPresent("RoleArn"),
                                false,
                                true,
                                Optional.empty()),
                        new PermissionSpec(
                                Principal.ACTION_ROLE,
                                List.of("cloudformation:ValidateTemplate"),
                                List.of("*"),
                                List.of(),
                                "checks the template",
                                new When.SettingIs("ActionMode", List.of("CHANGE_SET_REPLACE")),
                                false,
                                true,
                                Optional.of("ValidateTemplate has no resource"))));
    }

    private static PermissionSpec allow(
            Principal who, List<String> allow, String on, String why, When when) {
        return new PermissionSpec(
                who, allow, List.of(on), List.of(), why, when, false, true, Optional.empty());
    }

    private static FieldSpec plain(String key) {
        return field(key, Optional.empty());
    }

    private static FieldSpec field(String key, CompanionKind kind, FieldSpec.Form form) {
        return field(key, Optional.of(new FieldSpec.CompanionUse(kind, form)));
    }

    private static FieldSpec field(String key, Optional<FieldSpec.CompanionUse> use) {
        return new FieldSpec(
                key,
                key,
                FieldKind.TEXT,
                "",
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                new LinkedHashMap<>(),
                use);
    }

    private static ActionSpec spec(
            ActionType type,
            ActionSpec.Mover moves,
            List<FieldSpec> fields,
            List<PermissionSpec> permissions) {
        return new ActionSpec(
                type,
                type.provider(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                Set.of(PipelineType.values()),
                new Bounds(0, 5),
                new Bounds(0, 5),
                fields,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                moves,
                60,
                false,
                ActionSpec.Reach.YES,
                ActionSpec.Reach.YES,
                ActionSpec.Status.CURRENT,
                new ArrayList<>(permissions),
                new Drop("X", Optional.empty(), new LinkedHashMap<>(), 0, List.of(), List.of()),
                new Play(
                        Play.Part.TAKES_TIME,
                        1,
                        2,
                        new LinkedHashMap<>(),
                        List.of(),
                        Optional.empty(),
                        new LinkedHashMap<>(),
                        List.of()),
                Optional.empty(),
                List.of(),
                Traits.NONE,
                true);
    }
}
