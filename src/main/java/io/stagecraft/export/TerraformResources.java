package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The resources of one stack as hashicorp/aws declares them, sorted into files by what they are for.
///
/// @see <a href="https://github.com/hashicorp/terraform-provider-aws/tree/v6.45.0/website/docs/r">hashicorp/aws 6.45.0</a>
final class TerraformResources {
    /// What was made of the resources.
    record Made(Map<String, Hcl> files, List<String> notes) {}

    private final TerraformText text;
    private final TerraformDeclarations module;
    private final TerraformRoles roles;
    private final TerraformStores stores;
    private final TerraformBuilds builds;
    private final TerraformEvents events;
    private final List<String> notes = new ArrayList<>();

    TerraformResources(TerraformText text) {
        this.text = text;
        module = new TerraformDeclarations(text);
        roles = new TerraformRoles(module);
        stores = new TerraformStores(module);
        builds = new TerraformBuilds(module, roles);
        events = new TerraformEvents(module);
    }

    Made of(List<Resource> resources) {
        roles.waiting(resources);
        resources.forEach(this::add);
        return new Made(module.files(), notes);
    }

    private void add(Resource resource) {
        switch (resource) {
            case Resource.EncryptionKey key -> stores.key(key);
            case Resource.ArtifactBucket bucket -> stores.bucket(bucket);
            case Resource.Role role -> roles.role(role);
            case Resource.LogGroup group -> builds.logGroup(group);
            case Resource.BuildProject project -> builds.project(project);
            case Resource.Connection connection ->
                    module.resource(
                            "services.tf",
                            connection.key(),
                            new Hcl()
                                    .attribute("name", Hcl.quoted(connection.name()))
                                    .attribute(
                                            "provider_type",
                                            Hcl.quoted(connection.providerType())));
            case Resource.Topic topic -> events.topic(topic);
            case Resource.Repository repository -> stores.repository(repository);
            case Resource.DeployApplication _, Resource.DeployPace _, Resource.DeployGroup _ ->
                    TerraformDeployments.of(module.text(), resource)
                            .ifPresent(
                                    body -> module.resource("services.tf", resource.key(), body));
            case Resource.BusAccess access ->
                    module.resource(
                            "services.tf",
                            access.key(),
                            new Hcl()
                                    .attribute("statement_id", Hcl.quoted(access.statement()))
                                    .attribute("principal", text.of(access.account())));
            case Resource.StartRule rule -> events.startRule(rule);
            case Resource.Notice notice -> events.notice(notice);
            case Resource.Alarm alarm -> events.alarm(alarm);
            case Resource.Dashboard dashboard ->
                    module.resource(
                            "services.tf",
                            dashboard.key(),
                            new Hcl()
                                    .attribute("dashboard_name", Hcl.quoted(dashboard.name()))
                                    .attribute("dashboard_body", module.encoded(dashboard.body())));
            case Resource.Pipeline pipeline ->
                    module.resource(
                            "pipeline.tf",
                            pipeline.key(),
                            new TerraformPipeline(text, pipeline, notes)
                                    .body(
                                            Stream.concat(
                                                            roles.after(pipeline.after()).stream(),
                                                            roles.policiesBefore())
                                                    .distinct()
                                                    .toList()));
        }
    }
}
