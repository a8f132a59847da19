package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Category;
import io.stagecraft.model.Environment;
import io.stagecraft.model.Owner;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// What only deployment knows is asked for, and a secret stays one.
class WhatIsAskedForTest {
    private static Blueprint withToken() {
        var source =
                Drawings.action("GitHub", Category.SOURCE, Owner.THIRD_PARTY, "GitHub")
                        .set("Owner", "acme")
                        .set("Repo", "orders")
                        .set("Branch", "main")
                        .set("OAuthToken", "ghp_plain")
                        .out("Src");
        return new Planner(CatalogFiles.load())
                .plan(
                        Drawings.design(
                                Drawings.stage("Source", source),
                                Drawings.stage("Build", Drawings.build("Build", "Src", "Bin"))));
    }

    private static String all(Bundle bundle) {
        return String.join("\n", bundle.files().stream().map(f -> f.content()).toList());
    }

    @Test
    void aTokenIsAskedForBehindAMaskAndWrittenNowhere() {
        var yaml = all(new CloudFormationExporter(Syntax.YAML).write(withToken()));
        assertTrue(yaml.contains("NoEcho: true"), yaml);
        var terraform = all(new TerraformExporter().write(withToken()));
        assertTrue(terraform.matches("(?s).*variable \"[^}]*sensitive *= true.*"), terraform);
        var json = all(new CloudFormationExporter(Syntax.JSON).write(withToken()));
        assertTrue(Stream.of(yaml, json, terraform).noneMatch(t -> t.contains("ghp_plain")), yaml);
        assertFalse(all(new PipelineJsonExporter().write(withToken())).contains("ghp_plain"));
    }

    @Test
    void whatHasADefaultNeedNotBeAnswered() {
        var plan = withToken();
        var home = plan.home();
        var asked = new StackPlan.Parameter("Branch", "What is released", "main", false);
        var stack =
                new StackPlan(
                        home.name(),
                        home.environment(),
                        List.of(asked),
                        home.resources(),
                        home.outputs());
        var blueprint = new Blueprint(plan.pipeline(), List.of(stack), List.of());
        var yaml = all(new CloudFormationExporter(Syntax.YAML).write(blueprint));
        assertTrue(
                yaml.contains(
                        """
                          Branch:
                            Type: String
                            Description: What is released
                            Default: main
                        """),
                yaml);
        var terraform = all(new TerraformExporter().write(blueprint));
        assertTrue(
                terraform.matches("(?s).*variable \"branch\" \\{[^}]*default *= \"main\".*"),
                terraform);
    }

    @Test
    void imagesStayWhatTheyAreButForTheTagsThatMayMove() {
        var plan = new Planner(CatalogFiles.load()).plan(CompanionSamples.images());
        var yaml = all(new CloudFormationExporter(Syntax.YAML).write(plan));
        assertTrue(
                yaml.matches(
                        "(?s).*RepositoryName: acme/orders\n +ImageTagMutability: IMMUTABLE\n.*"),
                yaml);
        assertTrue(
                yaml.matches(
                        "(?s).*RepositoryName: acme/base\n +ImageTagMutability: IMMUTABLE_WITH_EXCLUSION\n +ImageTagMutabilityExclusionFilters:.{0,160}Value: latest\n.*"),
                yaml);
        var terraform = all(new TerraformExporter().write(plan));
        assertTrue(
                terraform.matches(
                        "(?s).*name += \"acme/orders\"\n +image_tag_mutability += \"IMMUTABLE\"\n.*"),
                terraform);
        assertTrue(
                terraform.matches(
                        "(?s).*name += \"acme/base\"\n +image_tag_mutability += \"IMMUTABLE_WITH_EXCLUSION\"\n.*"),
                terraform);
    }

    @Test
    void aDollarAndABraceThatAPersonMeansAsLettersAreNoFunctionOfCloudFormations() {
        var stack = new StackPlan("s", Environment.TOOLING, List.of(), List.of(), List.of());
        assertEquals(
                new Doc.Sub("${!HOME} in ${AWS::Region}"),
                new CloudFormationText(stack)
                        .of(Text.of("${!HOME} in ").plus(Text.here(Text.Here.REGION))));
        var text = new CloudFormationText(stack);
        assertEquals(new Doc.Str("${HOME}"), text.filled(text.of(Text.of("${!HOME}"))));
    }
}
