package io.stagecraft.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Starter;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.json.TemplateText;
import io.stagecraft.model.Companion;
import io.stagecraft.validate.Validator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/// Every starter is a buildspec that no rule has a word to say against.
class BuildspecStarterTest {
    static List<BuildspecStarter> all() {
        var all = BuildspecStarter.all();
        assertEquals(11, all.size());
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aProjectWithItIsAsGoodAsOneWithout(BuildspecStarter starter) {
        assertTrue(starter.buildspec().startsWith("version: 0.2\n"));
        assertTrue(TemplateText.parse(starter.buildspec()).containsKey("phases"));
        assertEquals(starter.reports(), starter.buildspec().contains("\nreports:\n"));
        assertEquals(starter.privileged(), starter.buildspec().contains("docker build"));
        var design = Starter.design();
        var before = (Companion.BuildProject) design.companion("orders-build").orElseThrow();
        var with = new SetCompanion("orders-build", starter.in(before)).apply(design);
        var validator = new Validator(CatalogFiles.load());
        assertEquals(
                validator.check(design).stream().map(p -> p.message()).toList(),
                validator.check(with).stream().map(p -> p.message()).toList());
    }
}
