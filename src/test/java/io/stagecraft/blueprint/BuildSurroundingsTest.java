package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.export.CompanionSamples;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A build that joins a network, keeps a cache or starts a batch is allowed just that.
class BuildSurroundingsTest {
    private final Design design = CompanionSamples.builds();

    @Test
    void aBuildJoinsItsOwnSubnetsOnly() {
        var join = allowing("OrdersBuildRole", "ec2:CreateNetworkInterface");
        assertEquals(
                "network-interface/* subnet/subnet-0a1b2c3d4e5f60718 subnet/subnet-0a1b2c3d4e5f60719 security-group/sg-0a1b2c3d4e5f60718",
                join.resources().stream()
                        .map(Text::shown)
                        .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                        .collect(Collectors.joining(" ")));
        var use = allowing("OrdersBuildRole", "ec2:CreateNetworkInterfacePermission");
        assertEquals(
                List.of("ec2:AuthorizedService", "ec2:Subnet"),
                use.conditions().stream().map(Statement.Clause::key).toList());
        assertEquals(
                List.of(
                        "arn:${partition}:ec2:${region}:${account}:subnet/subnet-0a1b2c3d4e5f60718",
                        "arn:${partition}:ec2:${region}:${account}:subnet/subnet-0a1b2c3d4e5f60719"),
                use.conditions().getLast().values().stream().map(Text::shown).toList());
    }

    @Test
    void aCacheInS3IsReadAndWrittenInItsFolderOnly() {
        var cache =
                statements("OrdersBuildRole")
                        .filter(s -> s.reasons().toString().contains("keeps a cache"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(List.of("s3:GetObject", "s3:PutObject"), cache.actions());
        assertEquals(
                List.of("arn:${partition}:s3:::acme-build-cache/orders/*"),
                cache.resources().stream().map(Text::shown).toList());
        assertTrue(
                statements("OrdersTestRole").noneMatch(s -> s.toString().contains("cache")),
                "a cache on the machine takes no permission");
    }

    @Test
    void aBuildPullsItsImageFromItsOneRepository() {
        var images = new Planner(CatalogFiles.load()).plan(CompanionSamples.images());
        assertEquals(
                List.of("arn:${partition}:ecr:${region}:${account}:repository/acme/base"),
                pulls(images, "OrdersTestRole"));
        assertEquals(
                List.of("arn:${partition}:ecr:eu-west-1:444455556666:repository/tools/scan"),
                pulls(images, "OrdersScanRole"));
        assertEquals(
                "${account}.dkr.ecr.${region}.${suffix}/acme/base:2025-11",
                images.stacks().stream()
                        .flatMap(s -> s.resources().stream())
                        .flatMap(r ->
                                r instanceof Resource.BuildProject p
                                        ? Stream.of(p)
                                        : Stream.empty())
                        .filter(p -> p.project().name().equals("orders-test"))
                        .map(p -> p.image().shown())
                        .collect(Collectors.joining()));
        assertTrue(
                statements("OrdersBuildRole").noneMatch(s -> s.toString().contains("ecr:")),
                "an image of AWS's own takes no permission");
    }

    @Test
    void anImageOfARepositoryInAnotherPlaceIsPulledFromThere() {
        assertEquals(
                "222233334444.dkr.ecr.us-east-1.${suffix}/x/have@sha256:abcd",
                pulledFrom("arn:aws:ecr:us-east-1:222233334444:repository/x/have"));
        assertEquals(
                "${account}.dkr.ecr.${region}.${suffix}/x/have@sha256:abcd", pulledFrom("x/have"));
    }

    private static String pulledFrom(String repository) {
        var have =
                new Companion.Repository(
                        "have",
                        new Origin.Existing(repository),
                        Optional.empty(),
                        List.of(),
                        0,
                        false);
        var test = CompanionSamples.project("orders-test", "@{have}@sha256:abcd");
        return resources(CompanionSamples.images().withCompanions(List.of(have, test)))
                .flatMap(r -> r instanceof Resource.BuildProject p ? Stream.of(p) : Stream.empty())
                .map(p -> p.image().shown())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pulls(Blueprint blueprint, String role) {
        return blueprint.stacks().stream()
                .flatMap(s -> s.resources().stream())
                .filter(r -> r.key().equals(role))
                .flatMap(r -> r.statements().stream())
                .filter(s -> s.actions().contains("ecr:BatchGetImage"))
                .flatMap(s -> s.resources().stream())
                .map(Text::shown)
                .toList();
    }

    @Test
    void onlyAProjectWithBatchesHasARoleThatStartsThem() {
        var role = statements("OrdersBuildBatchRole").toList();
        assertEquals(1, role.size());
        assertEquals(
                List.of("codebuild:StartBuild", "codebuild:StopBuild", "codebuild:RetryBuild"),
                role.getFirst().actions());
        assertEquals(
                List.of("arn:${partition}:codebuild:${region}:${account}:project/orders-build"),
                role.getFirst().resources().stream().map(Text::shown).toList());
        assertEquals(
                List.of(Optional.of("${OrdersBuildBatchRole.Arn}"), Optional.empty()),
                resources()
                        .filter(Resource.BuildProject.class::isInstance)
                        .map(Resource.BuildProject.class::cast)
                        .map(p -> p.batchRole().map(Text::shown))
                        .limit(2)
                        .toList());
    }

    private Stream<Resource> resources() {
        return resources(design);
    }

    private static Stream<Resource> resources(Design design) {
        return new Planner(CatalogFiles.load())
                .plan(design).stacks().stream().flatMap(s -> s.resources().stream());
    }

    private Stream<Statement> statements(String role) {
        return resources().filter(r -> r.key().equals(role)).flatMap(r -> r.statements().stream());
    }

    private Statement allowing(String role, String action) {
        return statements(role).filter(s -> s.actions().contains(action)).findFirst().orElseThrow();
    }
}
