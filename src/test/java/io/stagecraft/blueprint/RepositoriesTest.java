package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.export.Bundle;
import io.stagecraft.export.CloudFormationExporter;
import io.stagecraft.export.CompanionSamples;
import io.stagecraft.export.Syntax;
import io.stagecraft.iam.Statement.Who;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Origin;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A repository comes with the pipeline that watches it or pushes to it, or is there already.
class RepositoriesTest {
    private static final Text PARTITION = Text.here(Text.Here.PARTITION);

    @Test
    void aRepositoryKeepsItsYoungestImagesUnderAKeyOfItsOwn() throws Exception {
        var base = repository("acme/base");
        assertEquals(List.of("latest"), base.movingTags());
        assertEquals(Optional.empty(), base.encryptionKey());
        assertFalse(base.lifecycle().contains("imageCountMoreThan"), base.lifecycle());
        Json.parse(base.lifecycle());
        var orders = repository("acme/orders");
        assertEquals(Optional.of("${AcmeOrdersKey.Arn}"), orders.encryptionKey().map(Text::shown));
        assertTrue(orders.lifecycle().contains("\"countNumber\":50"), orders.lifecycle());
        Json.parse(orders.lifecycle());
    }

    @Test
    void thePipelineMayPushToThatRepositoryOnlyAndStartsOnItsImages() {
        var push =
                resources(CompanionSamples.images())
                        .flatMap(r -> r.statements().stream())
                        .filter(s -> s.actions().contains("ecr:PutImage"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                List.of("arn:${partition}:ecr:${region}:${account}:repository/acme/orders"),
                push.resources().stream().map(Text::shown).toList());
        assertTrue(
                resources(CompanionSamples.images())
                        .filter(Resource.StartRule.class::isInstance)
                        .map(r -> ((Resource.StartRule) r).pattern().shown())
                        .anyMatch(p -> p.contains("\"repository-name\":[\"acme/base\"]")));
    }

    @Test
    void aRepositoryThatIsThereIsNamedWhole() {
        var theirs =
                new Companion.Repository(
                        "acme/base",
                        new Origin.Existing(
                                "arn:aws:ecr:eu-west-1:111122223333:repository/team/base"),
                        Optional.empty(),
                        List.of(),
                        0,
                        false);
        var design = CompanionSamples.images();
        var companions =
                design.companions().stream()
                        .map(c -> c.name().equals("acme/base") ? theirs : c)
                        .toList();
        var pipeline =
                resources(design.withCompanions(companions))
                        .filter(Resource.Pipeline.class::isInstance)
                        .map(Resource.Pipeline.class::cast)
                        .findFirst()
                        .orElseThrow();

        assertTrue(
                pipeline.actions().values().stream()
                        .flatMap(a -> Stream.ofNullable(a.settings().get("RepositoryName")))
                        .map(Text::shown)
                        .anyMatch("team/base"::equals));
    }

    @Test
    void buildsOfAnotherAccountAreLetToPullAndNobodyElse() {
        var design = abroad();
        var policy =
                resources(design)
                        .flatMap(r ->
                                r instanceof Resource.Repository x ? Stream.of(x) : Stream.empty())
                        .filter(r -> r.name().shown().equals("acme/base"))
                        .findFirst()
                        .flatMap(Resource.Repository::policy)
                        .orElseThrow();
        var only = policy.statements().getFirst();

        assertEquals(1, policy.statements().size());
        assertEquals(
                List.of(
                        new Who.Arn(
                                Text.of("arn:").plus(PARTITION).plus(":iam::111122223333:root"))),
                only.principals());
        assertEquals(
                List.of("arn:${partition}:iam::111122223333:role/orders-images-orders-test-build"),
                only.conditions().getFirst().values().stream().map(Text::shown).toList());
        assertEquals(
                List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:GetDownloadUrlForLayer"),
                only.actions());
        assertEquals(Optional.empty(), repository("acme/base").policy());
        assertTrue(template(design).contains("RepositoryPolicyText"), template(design));
    }

    private static String template(Design design) {
        return new CloudFormationExporter(Syntax.YAML)
                .write(new Planner(CatalogFiles.load()).plan(design)).files().stream()
                        .map(Bundle.TextFile::content)
                        .filter(f -> f.contains("AWS::ECR::Repository"))
                        .collect(Collectors.joining());
    }

    /// The repository of the build's image is in another account than the build.
    private static Design abroad() {
        var design = CompanionSamples.images();
        var there = new EnvironmentId("e2");
        return design.withEnvironments(
                        List.of(
                                Environment.TOOLING
                                        .withAccount("111122223333")
                                        .withRegion("eu-west-1"),
                                new Environment(
                                        there, "Images", "444455556666", "eu-west-1", "#000000")))
                .withCompanions(
                        design.companions().stream()
                                .map(c ->
                                        c instanceof Companion.Repository r
                                                        && r.name().equals("acme/base")
                                                ? new Companion.Repository(
                                                        r.name(),
                                                        r.origin(),
                                                        Optional.of(there),
                                                        r.movingTags(),
                                                        r.keepImages(),
                                                        r.ownKey())
                                                : c)
                                .toList());
    }

    private static Stream<Resource> resources(Design design) {
        return new Planner(CatalogFiles.load())
                .plan(design).stacks().stream().flatMap(s -> s.resources().stream());
    }

    private static Resource.Repository repository(String name) {
        return resources(CompanionSamples.images())
                .filter(Resource.Repository.class::isInstance)
                .map(Resource.Repository.class::cast)
                .filter(r -> r.name().shown().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
