package io.stagecraft.blueprint;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters that a stack really uses: an action that is looked at from afar may ask for more than its policies take.
final class Mentioned {
    private Mentioned() {}

    static Set<String> parameters(List<Resource> resources, List<StackPlan.Output> outputs) {
        return Stream.concat(
                        resources.stream().flatMap(Mentioned::texts),
                        outputs.stream().map(StackPlan.Output::value))
                .flatMap(text -> text.parts().stream())
                .filter(Text.Parameter.class::isInstance)
                .map(part -> ((Text.Parameter) part).name())
                .collect(Collectors.toSet());
    }

    /// What of a resource may point at something, or hold letters that a person wrote.
    static Stream<Text> texts(Resource resource) {
        return switch (resource) {
            case Resource.EncryptionKey key -> policy(key.policy());
            case Resource.ArtifactBucket bucket ->
                    all(
                            bucket.name().stream(),
                            bucket.encryptionKey().stream(),
                            policy(bucket.policy()));
            case Resource.Role role ->
                    Stream.concat(
                            policy(role.trust()),
                            role.policies().stream().flatMap(Mentioned::policy));
            case Resource.LogGroup group ->
                    Stream.concat(Stream.of(group.name()), group.encryptionKey().stream());
            case Resource.BuildProject project ->
                    all(
                            Stream.of(
                                    project.name(),
                                    project.image(),
                                    project.role(),
                                    project.logGroup()),
                            project.encryptionKey().stream(),
                            project.batchRole().stream());
            case Resource.Connection _, Resource.DeployApplication _, Resource.DeployPace _ ->
                    Stream.empty();
            case Resource.DeployGroup group ->
                    Stream.concat(
                            Stream.of(group.application(), group.configuration(), group.role()),
                            group.service().stream()
                                    .flatMap(s ->
                                            Stream.of(
                                                    s.cluster(),
                                                    s.service(),
                                                    s.listener(),
                                                    s.blue(),
                                                    s.green())));
            case Resource.Repository repository ->
                    all(
                            Stream.of(repository.name()),
                            repository.encryptionKey().stream(),
                            repository.policy().stream().flatMap(Mentioned::policy));
            case Resource.Topic topic ->
                    all(
                            topic.name().stream(),
                            topic.encryptionKey().stream(),
                            policy(topic.policy()));
            case Resource.BusAccess access -> Stream.of(access.account());
            case Resource.StartRule rule -> Stream.of(rule.pattern(), rule.target(), rule.role());
            case Resource.Notice notice -> Stream.of(notice.pattern(), notice.topic());
            case Resource.Alarm alarm -> Stream.of(alarm.topic());
            case Resource.Dashboard dashboard -> Stream.of(dashboard.body());
            case Resource.Pipeline pipeline -> pipeline(pipeline);
        };
    }

    private static Stream<Text> pipeline(Resource.Pipeline pipeline) {
        return all(
                Stream.of(pipeline.role()),
                pipeline.stores().stream()
                        .flatMap(s ->
                                Stream.concat(Stream.of(s.bucket()), s.encryptionKey().stream())),
                Stream.concat(
                        pipeline.actions().values().stream()
                                .flatMap(a ->
                                        Stream.concat(
                                                a.settings().values().stream(), a.role().stream())),
                        pipeline.rules().values().stream().flatMap(r -> r.values().stream())));
    }

    private static Stream<Text> policy(Policy policy) {
        return policy.statements().stream()
                .flatMap(s ->
                        all(
                                s.resources().stream(),
                                s.principals().stream().flatMap(Mentioned::who),
                                s.conditions().stream().flatMap(c -> c.values().stream())));
    }

    private static Stream<Text> who(Statement.Who who) {
        return switch (who) {
            case Statement.Who.Anyone() -> Stream.empty();
            case Statement.Who.Arn(var arn) -> Stream.of(arn);
            case Statement.Who.Service(var name) -> Stream.of(name);
        };
    }

    private static Stream<Text> all(
            Stream<Text> some, Stream<? extends Text> more, Stream<? extends Text> rest) {
        return Stream.concat(some, Stream.concat(more, rest));
    }
}
