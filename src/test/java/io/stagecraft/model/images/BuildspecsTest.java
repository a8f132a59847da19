package io.stagecraft.model.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.BuildSurroundings;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;
import io.stagecraft.model.Origin;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reading is slow, so nothing is read twice.
class BuildspecsTest {
    private static final String SPEC =
            "phases:\n  build:\n    commands:\n      - docker push 111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders%s\n";

    private final List<String> read = new ArrayList<>();
    private final Buildspecs buildspecs =
            new Buildspecs(text -> {
                read.add(text);
                return BuildSteps.in(text);
            });

    @Test
    void aPlanReadsEachBuildspecOnceHoweverManyRepositoriesThereAre() {
        var planner = new Planner(CatalogFiles.load(), CatalogFiles.rules(), buildspecs);
        var design = design(6);
        planner.plan(design);
        planner.roleSizes(design);
        planner.plan(design.withName("another"));
        assertEquals(6, read.size());
    }

    @Test
    void whatABuildspecSaysIsReadOnceUntilItIsEdited() {
        var said = buildspecs.said(SPEC.formatted(1));
        assertEquals(said, buildspecs.said(SPEC.formatted(1)));
        assertEquals(1, read.size());
        assertTrue(buildspecs.said(SPEC.formatted(2)).texts().contains("orders2"));
        assertFalse(said.byFiles());
        assertTrue(buildspecs.said("phases:\n  build:\n    commands: ./push.sh\n").byFiles());
    }

    private static Design design(int many) {
        var boxes = new Drawings.Box[many];
        var companions = new ArrayList<Companion>();
        for (int i = 0; i < many; i++) {
            boxes[i] =
                    Drawings.build("Build" + i, "Out", "Built" + i)
                            .set("ProjectName", "@{builds" + i + "}");
            companions.add(
                    new Companion.BuildProject(
                            "builds" + i,
                            new Origin.Create(),
                            Optional.empty(),
                            "LINUX_CONTAINER",
                            "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                            "BUILD_GENERAL1_SMALL",
                            true,
                            60,
                            SPEC.formatted(i),
                            List.of(),
                            false,
                            30,
                            BuildSurroundings.USUAL));
            companions.add(
                    new Companion.Repository(
                            "orders" + i,
                            new Origin.Create(),
                            Optional.empty(),
                            List.of(),
                            10,
                            false));
        }
        return Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", "Out")),
                        Drawings.stage("Build", boxes))
                .withCompanions(companions);
    }
}
