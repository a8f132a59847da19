package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Result;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A rule of a stage condition that uses a companion names what it becomes.
class RuleSettingsTest {
    private static Design guarded() throws Exception {
        var design = TemplateShelf.open("release");
        var companion =
                design.actions()
                        .flatMap(a -> a.setting("ProjectName").stream())
                        .findFirst()
                        .orElseThrow();
        var settings = new LinkedHashMap<String, String>();
        settings.put("ProjectName", companion);
        var rule =
                new ConditionRule(
                        "Smoke",
                        "CodeBuild",
                        "1",
                        settings,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Extras.NONE);
        var condition = new Condition(Optional.of(Result.FAIL), List.of(rule), Extras.NONE);
        var last = design.stages().getLast();
        return design.withStage(
                last.id(),
                s -> s.withConditions(Optional.of(condition), s.onSuccess(), s.onFailure()));
    }

    @Test
    void aTemplateNamesTheProjectThatTheActionNames() throws Exception {
        var blueprint = new Planner(CatalogFiles.load()).plan(guarded());
        var file =
                new CloudFormationExporter(Syntax.JSON)
                        .write(blueprint)
                        .files()
                        .getFirst()
                        .content();
        var stages = JsonMapper.shared().readTree(file).at("/Resources/Pipeline/Properties/Stages");
        var used = stages.at("/1/Actions/0/Configuration/ProjectName");
        var asked =
                stages.at(
                        "/"
                                + (stages.size() - 1)
                                + "/BeforeEntry/Conditions/0/Rules/0/Configuration/ProjectName");
        assertEquals(used, asked);
        assertTrue(!file.contains("@{"), file);
    }

    @Test
    void whatOnlyARuleAsksForIsAskedFor() throws Exception {
        var design = guarded();
        var first = design.actions().filter(a -> a.setting("ProjectName").isPresent()).findFirst();
        var asked =
                design.withCompanions(
                                design.companions().stream()
                                        .map(c -> c.withOrigin(new Origin.Existing("")))
                                        .toList())
                        .withAction(
                                first.orElseThrow().id(),
                                a -> a.withSetting("ProjectName", "another"));
        var files =
                new CloudFormationExporter(Syntax.JSON)
                        .write(new Planner(CatalogFiles.load()).plan(asked));
        var template = JsonMapper.shared().readTree(files.files().getFirst().content());
        var known = new HashSet<String>(template.get("Parameters").propertyNames());
        known.addAll(template.get("Resources").propertyNames());
        for (var ref : template.findValuesAsString("Ref")) {
            assertTrue(
                    ref.startsWith("AWS::") || known.contains(ref), ref + " is declared nowhere");
        }
    }

    @Test
    void aConfigurationNamesItToo() throws Exception {
        var blueprint = new Planner(CatalogFiles.load()).plan(guarded());
        for (var file : new TerraformExporter().write(blueprint).files()) {
            assertTrue(!file.content().contains("@{"), file.content());
        }
    }
}
