package io.stagecraft.blueprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.export.CompanionSamples;
import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A repository comes with the pipeline that watches it or pushes to it, or is there already.
class RepositoriesTest {
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
