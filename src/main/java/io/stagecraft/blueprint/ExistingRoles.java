package io.stagecraft.blueprint;

import io.stagecraft.iam.Comparison;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Comparison.Setting;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Placeholder;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a design needs of roles that are there already: those it would have brought along instead.
public final class ExistingRoles {
    /// A role, as the design would bring it.
    ///
    /// @param name its logical id, such as `PipelineRole`
    /// @param environment where it lives
    public record Subject(
            String name, Environment environment, List<Statement> statements, StackPlan stack) {
        public Subject {
            statements = List.copyOf(statements);
        }
    }

    private static final Pattern PARTITION = Pattern.compile("arn:([a-z][a-z-]*):");
    private static final Pattern REGION =
            Pattern.compile("arn:[a-z-]+:[a-z0-9-]+:([a-z]{2}(?:-[a-z]+)+-\\d):");
    private static final Pattern ACCOUNT =
            Pattern.compile("arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(\\d{12}):");

    private final Planner planner;

    public ExistingRoles(Planner planner) {
        this.planner = planner;
    }

    /// Every role that the design brings or uses and that needs something; the pipeline's own is the first.
    public List<Subject> of(Design design) {
        return planner.plan(ours(design)).stacks().reversed().stream()
                .flatMap(stack ->
                        stack.resources().stream()
                                .filter(Resource.Role.class::isInstance)
                                .filter(r -> !r.statements().isEmpty())
                                .map(r ->
                                        new Subject(
                                                r.key(),
                                                stack.environment(),
                                                r.statements(),
                                                stack)))
                .sorted((a, b) -> Boolean.compare(isPipelines(b), isPipelines(a)))
                .toList();
    }

    private static boolean isPipelines(Subject subject) {
        return subject.name().equals("PipelineRole");
    }

    /// The same design with roles of its own.
    private static Design ours(Design design) {
        var all = design.withRole(Origin.CREATE);
        for (var action : design.actions().filter(a -> a.role().isPresent()).toList()) {
            all = all.withAction(action.id(), ExistingRoles::withOwnRole);
        }
        return all;
    }

    private static Action withOwnRole(Action action) {
        return action.withRole(Optional.of(Origin.CREATE));
    }

    /// Holds `given` against what `subject` needs.
    public Comparison compare(
            Subject subject,
            List<Given> given,
            Optional<PolicyDocument> boundary,
            Setting setting) {
        return Comparison.of(
                subject.statements(),
                given,
                boundary,
                setting,
                new Seen(subject.stack(), setting)::of);
    }

    /// Where `subject` works: what the design does not say of account and region is taken from the ARNs in `policies`, and else
    /// is an example of AWS's own.
    public static Setting setting(Subject subject, String policies, Instant now) {
        return new Setting(
                most(PARTITION, policies).orElse("aws"),
                said(subject.environment().region())
                        .or(() -> most(REGION, policies))
                        .orElse("us-east-1"),
                said(subject.environment().account())
                        .or(() -> most(ACCOUNT, policies))
                        .orElse("111122223333"),
                now.toString());
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> most(Pattern pattern, String policies) {
        return pattern
                .matcher(policies)
                .results()
                .collect(
                        Collectors.groupingBy(m -> m.group(1), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /// A stack's texts, with names that tell which is which where AWS will make one up.
    private record Seen(StackPlan stack, Setting setting) {
        String of(Text text) {
            return text.parts().stream().map(this::of).collect(Collectors.joining());
        }

        private String of(Text.Part part) {
            return switch (part) {
                case Text.Literal(var letters) -> Placeholder.fill(letters, this::of);
                case Text.Pseudo(var here) ->
                        switch (here) {
                            case PARTITION -> setting.partition();
                            case REGION -> setting.region();
                            case ACCOUNT -> setting.account();
                            case SUFFIX ->
                                    setting.partition().equals("aws-cn")
                                            ? "amazonaws.com.cn"
                                            : "amazonaws.com";
                        };
                case Text.Parameter(var name) -> name.toLowerCase(Locale.ROOT);
                case Text.Attribute(var key, var of) -> attribute(key, of);
            };
        }

        private String of(Placeholder piece) {
            return switch (piece) {
                case Placeholder.Letters(var letters) -> letters;
                case Placeholder.Asked(_, var name) -> name.toLowerCase(Locale.ROOT);
                case Placeholder.Here(_, var fact) ->
                        switch (fact) {
                            case PARTITION -> of(new Text.Pseudo(Text.Here.PARTITION));
                            case REGION -> setting.region();
                            case ACCOUNT -> setting.account();
                            case SUFFIX -> of(new Text.Pseudo(Text.Here.SUFFIX));
                            case STACK -> stack.name();
                        };
            };
        }

        private String attribute(String key, Text.Of of) {
            var resource = stack.resources().stream().filter(r -> r.key().equals(key)).findFirst();
            var name = resource.flatMap(this::name).orElse(key.toLowerCase(Locale.ROOT));
            if (of != Text.Of.ARN || resource.isEmpty()) {
                return name;
            }
            var place = setting.region() + ":" + setting.account() + ":";
            var rest =
                    switch (resource.get()) {
                        case Resource.ArtifactBucket _ -> "s3:::";
                        case Resource.EncryptionKey _ -> "kms:" + place + "key/";
                        case Resource.Role _ -> "iam::" + setting.account() + ":role/";
                        case Resource.LogGroup _ -> "logs:" + place + "log-group:";
                        case Resource.BuildProject _ -> "codebuild:" + place + "project/";
                        case Resource.Connection _ -> "codeconnections:" + place + "connection/";
                        case Resource.Topic _ -> "sns:" + place;
                        case Resource.Repository _ -> "ecr:" + place + "repository/";
                        case Resource.DeployApplication _ -> "codedeploy:" + place + "application:";
                        case Resource.DeployPace _ -> "codedeploy:" + place + "deploymentconfig:";
                        case Resource.DeployGroup g ->
                                "codedeploy:" + place + "deploymentgroup:" + g.name() + "/";
                        case Resource.BusAccess _ -> "events:" + place + "event-bus/";
                        case Resource.StartRule _, Resource.Notice _ -> "events:" + place + "rule/";
                        case Resource.Alarm _ -> "cloudwatch:" + place + "alarm:";
                        case Resource.Dashboard _ ->
                                "cloudwatch::" + setting.account() + ":dashboard/";
                        case Resource.Pipeline _ -> "codepipeline:" + place;
                    };
            return "arn:" + setting.partition() + ":" + rest + name;
        }

        private Optional<String> name(Resource resource) {
            return switch (resource) {
                case Resource.ArtifactBucket b -> b.name().map(this::of);
                case Resource.Role r -> r.name();
                case Resource.LogGroup l -> Optional.of(of(l.name()));
                case Resource.BuildProject p -> Optional.of(of(p.name()));
                case Resource.Topic t -> t.name().map(this::of);
                case Resource.Repository r -> Optional.of(of(r.name()));
                case Resource.DeployApplication a -> Optional.of(a.name());
                case Resource.DeployPace p -> Optional.of(p.name());
                case Resource.DeployGroup g -> Optional.of(g.name());
                case Resource.Notice n -> Optional.of(n.name());
                case Resource.Alarm a -> Optional.of(a.name());
                case Resource.Dashboard d -> Optional.of(d.name());
                case Resource.EncryptionKey _,
                        Resource.Connection _,
                        Resource.BusAccess _,
                        Resource.StartRule _,
                        Resource.Pipeline _ ->
                        Optional.empty();
            };
        }
    }
}
