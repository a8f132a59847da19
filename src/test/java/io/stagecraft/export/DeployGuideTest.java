package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Environment;
import io.stagecraft.project.TemplateShelf;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.regex.Pattern;

class DeployGuideTest {
    private static Bundle.TextFile readme(String starter, boolean terraform) throws Exception {
        var blueprint = new Planner(CatalogFiles.load()).plan(TemplateShelf.open(starter));
        var bundle =
                terraform
                        ? new TerraformExporter().write(blueprint)
                        : new CloudFormationExporter(Syntax.YAML).write(blueprint);
        return bundle.files().getLast();
    }

    @Test
    void severalStacksComeWithTheirOrderAndTheCommands() throws Exception {
        var page = readme("accounts", false);
        assertEquals("README.md", page.path());
        assertEquals(
                List.of(
                        "payments-staging",
                        "payments-production",
                        "payments-production-us",
                        "payments-us-east-1",
                        "payments"),
                page.content()
                        .lines()
                        .filter(l -> l.startsWith("aws cloudformation deploy"))
                        .map(l -> l.replaceAll(".*--stack-name (\\S+).*", "$1"))
                        .toList());
        assertTrue(
                page.content()
                        .contains(
                                "ArtifactKeyArnUsEast1=\"$(aws cloudformation describe-stacks --stack-name payments-us-east-1 --region us-east-1 --profile tooling"),
                page.content());
    }

    @Test
    void terraformModulesReadTheOutputOfTheOther() throws Exception {
        assertTrue(
                readme("accounts", true)
                        .content()
                        .contains(
                                "-var artifact_key_arn_us_east1=\"$(terraform -chdir=payments-us-east-1 output -raw artifact_key_arn)\""));
    }

    @Test
    void everyAccountHasAProfileOfItsOwnWhateverItsEnvironmentsAreCalled() throws Exception {
        var design = TemplateShelf.open("accounts");
        var names = List.of("Orders", "orders!", "生产");
        var accounts = design.environments().stream().map(Environment::account).distinct().toList();
        var renamed =
                design.withEnvironments(
                        design.environments().stream()
                                .map(e -> e.withName(names.get(accounts.indexOf(e.account()))))
                                .toList());
        var blueprint = new Planner(CatalogFiles.load()).plan(renamed);
        var page = new CloudFormationExporter(Syntax.YAML).write(blueprint).files().getLast();
        var profiles =
                Pattern.compile("--profile (\\S+)")
                        .matcher(page.content())
                        .results()
                        .map(r -> r.group(1).replace("\"", "").replace(")", ""))
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(
                List.of("333333333333", "orders-111111111111", "orders-222222222222"), profiles);
    }

    @Test
    void oneStackNeedsNoGuide() throws Exception {
        assertEquals("orders-release.yaml", readme("release", false).path());
    }
}
