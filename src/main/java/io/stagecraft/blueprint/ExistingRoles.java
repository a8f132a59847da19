package io.stagecraft.blueprint;

import io.stagecraft.iam.Comparison;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Comparison.Setting;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Placeholder;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a design needs of its roles, to be held against policies that are there: of those that are there already, and of those
/// that it brings along.
public final class ExistingRoles {
    /// A role and what it needs.
    ///
    /// @param name its ARN where it is there already, or else its logical id, such as `PipelineRole`
    /// @param exists whether it is there already
    /// @param isPipelines whether it is the pipeline's service role
    /// @param runs the actions and rules that run under it, as `Deploy/Api`; not those that run under the pipeline's
    /// @param unknown what could not be worked out, in sentences
    public record Subject(
            String name,
            boolean exists,
            boolean isPipelines,
            List<String> runs,
            List<Statement> statements,
            List<String> unknown,
            StackPlan stack) {
        public Subject {
            runs = List.copyOf(runs);
            statements = List.copyOf(statements);
            unknown = List.copyOf(unknown);
        }

        /// Where it lives.
        public Environment environment() {
            return stack.environment();
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
        var planning = planner.planning(design);
        var blueprint = planning.blueprint();
        var runs = planning.runs();
        return Stream.concat(
                        blueprint.existing().stream().map(ExistingRoles::given),
                        blueprint.stacks().reversed().stream()
                                .flatMap(stack -> brought(stack, runs)))
                .sorted((a, b) -> Boolean.compare(b.isPipelines(), a.isPipelines()))
                .toList();
    }

    private static Subject given(ExistingRole role) {
        return new Subject(
                role.role(),
                true,
                role.isPipelines(),
                role.runs(),
                role.statements(),
                role.unknown(),
                role.stack());
    }

    private static Stream<Subject> brought(StackPlan stack, Runs runs) {
        return stack.resources().stream()
                .filter(r -> !r.statements().isEmpty())
                .flatMap(r -> r instanceof Resource.Role role ? Stream.of(role) : Stream.empty())
                .map(role ->
                        new Subject(
                                role.key(),
                                false,
                                role.key().equals("PipelineRole"),
                                role.name().map(runs::under).orElse(List.of()),
                                role.statements(),
                                List.of(),
                                stack));
    }

    /// Holds `given` against what `subject` needs.
    public Comparison compare(
            Subject subject,
            List<Given> given,
            Optional<PolicyDocument> boundary,
            Setting setting) {
        var placed =
                new Placed(
                        Map.of(
                                Text.Here.PARTITION, setting.partition(),
                                Text.Here.REGION, setting.region(),
                                Text.Here.ACCOUNT, setting.account()));
        return Comparison.of(
                subject.statements().stream().map(placed::of).toList(),
                given,
                boundary,
                setting,
                new Seen(subject.stack(), setting)::of);
    }

    /// Where `subject` works: what neither the design nor the role's ARN says of account and region is taken from the ARNs in
    /// `policies`, and else is an example of AWS's own.
    public static Setting setting(Subject subject, String policies, Instant now) {
        return new Setting(
                most(PARTITION, subject.name()).or(() -> most(PARTITION, policies)).orElse("aws"),
                Ground.said(subject.environment().region())
                        .or(() -> most(REGION, policies))
                        .orElse("us-east-1"),
                Ground.said(subject.environment().account())
                        .or(() -> most(ACCOUNT, subject.name()))
                        .or(() -> most(ACCOUNT, policies))
                        .orElse("111122223333"),
                now.toString());
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
