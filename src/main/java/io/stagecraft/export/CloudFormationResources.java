package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;

import java.util.List;
import java.util.SequencedMap;

/// The resources of one stack as CloudFormation declares them; some of ours are two or three of its.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html">Template reference</a>
final class CloudFormationResources {
    private final CloudFormationDeclarations stack;
    private final CloudFormationRoles roles;
    private final CloudFormationStores stores;
    private final CloudFormationBuilds builds;
    private final CloudFormationEvents events;

    CloudFormationResources(CloudFormationText text, SequencedMap<String, String> tags) {
        stack = new CloudFormationDeclarations(text, tags);
        roles = new CloudFormationRoles(stack);
        stores = new CloudFormationStores(stack);
        builds = new CloudFormationBuilds(stack);
        events = new CloudFormationEvents(stack);
    }

    Doc.Obj of(List<Resource> resources) {
        resources.forEach(this::add);
        return stack.done();
    }

    private void add(Resource resource) {
        switch (resource) {
            case Resource.EncryptionKey key -> stores.key(key);
            case Resource.ArtifactBucket bucket -> stores.bucket(bucket);
            case Resource.Role role -> roles.role(role);
            case Resource.LogGroup group -> builds.logGroup(group);
            case Resource.BuildProject project -> builds.project(project);
            case Resource.Connection connection -> connection(connection);
            case Resource.Topic topic -> events.topic(topic);
            case Resource.Repository repository -> stores.repository(repository);
            case Resource.DeployApplication _, Resource.DeployPace _, Resource.DeployGroup _ ->
                    new CloudFormationDeployments(stack)
                            .of(resource)
                            .ifPresent(
                                    made -> stack.plain(resource.key(), made.type(), made.body()));
            case Resource.BusAccess access -> events.busAccess(access);
            case Resource.StartRule rule -> events.startRule(rule);
            case Resource.Notice notice -> events.notice(notice);
            case Resource.Alarm alarm -> events.alarm(alarm);
            case Resource.Dashboard dashboard ->
                    stack.plain(
                            dashboard.key(),
                            "AWS::CloudWatch::Dashboard",
                            new Doc.Building()
                                    .put("DashboardName", dashboard.name())
                                    .put("DashboardBody", stack.text(dashboard.body())));
            case Resource.Pipeline pipeline -> pipeline(pipeline);
        }
    }

    private void connection(Resource.Connection connection) {
        stack.plain(
                connection.key(),
                "AWS::CodeConnections::Connection",
                new Doc.Building()
                        .put("ConnectionName", connection.name())
                        .put("ProviderType", connection.providerType())
                        .maybe("Tags", stack.tags()));
    }

    private void pipeline(Resource.Pipeline pipeline) {
        var spelling = Spelling.cloudFormation();
        stack.declared(
                pipeline.key(),
                "AWS::CodePipeline::Pipeline",
                pipeline.after(),
                new PipelineBody(spelling, pipeline, stack::text)
                        .members()
                        .each(
                                "DisableInboundStageTransitions",
                                pipeline.design().stages().stream()
                                        .filter(s -> s.inbound() instanceof Transition.Closed)
                                        .toList(),
                                CloudFormationResources::closed)
                        .maybe("Tags", stack.tags()));
    }

    private static Doc closed(Stage stage) {
        var reason = stage.inbound() instanceof Transition.Closed(var words) ? words : "";
        return new Doc.Building().put("StageName", stage.name()).put("Reason", reason).done();
    }
}
