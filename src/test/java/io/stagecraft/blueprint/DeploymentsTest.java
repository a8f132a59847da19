package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.edit.Expert;
import io.stagecraft.edit.Place;
import io.stagecraft.export.CompanionSamples;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A deployment brings its application and group, and a role for what the group names.
class DeploymentsTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();

    @Test
    void theServiceIsMovedAndNoOther() {
        var move = allowing("ecs:UpdateServicePrimaryTaskSet");
        assertEquals(
                List.of("arn:${partition}:ecs:${region}:${account}:service/shop/orders"),
                move.resources().stream().map(Text::shown).toList());
        assertEquals(
                List.of(
                        "arn:${partition}:elasticloadbalancing:${region}:${account}:listener/app/${OrdersServiceBalancer}/*/*",
                        "arn:${partition}:elasticloadbalancing:${region}:${account}:listener/net/${OrdersServiceBalancer}/*/*"),
                allowing("elasticloadbalancing:ModifyListener").resources().stream()
                        .map(Text::shown)
                        .toList(),
                "nobody wrote the listener, so it is asked for");
        assertEquals(
                List.of("arn:aws:iam::111122223333:role/orders-task"),
                resources(CompanionSamples.deployments())
                        .filter(r -> r.key().equals("OrdersServiceRole"))
                        .flatMap(r -> r.statements().stream())
                        .filter(s -> s.actions().contains("iam:PassRole"))
                        .flatMap(s -> s.resources().stream())
                        .map(Text::shown)
                        .toList());
    }

    @Test
    void aPaceOfItsOwnIsAConfigurationAndAKnownOneIsNamed() {
        var groups =
                resources(CompanionSamples.deployments())
                        .filter(Resource.DeployGroup.class::isInstance)
                        .map(Resource.DeployGroup.class::cast)
                        .toList();
        assertEquals(
                List.of(
                        "${OrdersServersPace}",
                        "${OrdersServicePace}",
                        "CodeDeployDefault.LambdaCanary10Percent5Minutes"),
                groups.stream().map(g -> g.configuration().shown()).toList());
    }

    @Test
    void theRoleReadsTheConfigurationOfItsGroupAndNoOther() {
        var read = allowing("codedeploy:GetDeploymentConfig");
        assertEquals(
                Stream.of("orders-servers", "orders-service")
                        .map(n ->
                                "arn:${partition}:codedeploy:${region}:${account}:deploymentconfig:"
                                        + n)
                        .toList(),
                read.resources().stream().map(Text::shown).toList());
        assertEquals(Optional.empty(), read.unscoped());
    }

    @Test
    void anExistingOneIsAnApplicationAndAGroup() {
        var design = CompanionSamples.deployments();
        var theirs =
                design.companions().stream()
                        .map(c -> c.withOrigin(new Origin.Existing("shop/live")))
                        .map(Companion.class::cast)
                        .toList();
        var pipeline =
                resources(design.withCompanions(theirs))
                        .filter(Resource.Pipeline.class::isInstance)
                        .map(Resource.Pipeline.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertTrue(
                pipeline.actions().values().stream()
                        .filter(a -> a.settings().containsKey("ApplicationName"))
                        .allMatch(a ->
                                shown(a, "ApplicationName").equals(Optional.of("shop"))
                                        && shown(a, "DeploymentGroupName")
                                                .equals(Optional.of("live"))));
    }

    private static Optional<String> shown(Resource.ResolvedAction action, String key) {
        return Optional.ofNullable(action.settings().get(key)).map(Text::shown);
    }

    @Test
    void aDroppedDeploymentBringsOneForBothOfItsNames() {
        var empty = Design.empty("orders");
        var dropped =
                new Expert(CATALOG)
                        .action(
                                empty,
                                ActionType.aws(Category.DEPLOY, "CodeDeploy"),
                                new Place.Gap(0))
                        .apply(empty);
        assertEquals(List.of("orders-deploy"), names(dropped));
        var settings = dropped.actions().findFirst().orElseThrow().settings();
        assertEquals("@{orders-deploy}", settings.get("ApplicationName"));
        assertEquals("@{orders-deploy}", settings.get("DeploymentGroupName"));
    }

    private static List<String> names(Design design) {
        return design.companions().stream().map(Companion::name).toList();
    }

    private static Stream<Resource> resources(Design design) {
        return new Planner(CATALOG)
                .plan(design).stacks().stream().flatMap(s -> s.resources().stream());
    }

    private static Statement allowing(String action) {
        return resources(CompanionSamples.deployments())
                .flatMap(r -> r.statements().stream())
                .filter(s -> s.actions().contains(action))
                .findFirst()
                .orElseThrow();
    }
}
