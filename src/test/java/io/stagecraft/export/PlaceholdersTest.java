package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.json.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person leaves to a template to fill in: in every kind of place, and in each language.
class PlaceholdersTest {
    private static String sample() throws Exception {
        try (var in = PlaceholdersTest.class.getResourceAsStream("placeholders.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Blueprint blueprint(String json) {
        var catalog = CatalogFiles.load();
        return new Planner(catalog).plan(new PipelineJsonImporter(catalog).read(json).design());
    }

    private static String all(Bundle bundle) {
        return bundle.files().stream().map(Bundle.TextFile::content).collect(Collectors.joining());
    }

    private static String cloudFormation() throws Exception {
        return all(new CloudFormationExporter(Syntax.YAML).write(blueprint(sample())));
    }

    private static String terraform() throws Exception {
        return all(new TerraformExporter().write(blueprint(sample())));
    }

    private static void holds(String text, String... parts) {
        for (var part : parts) {
            assertTrue(text.contains(part), () -> part + " is not in\n" + text);
        }
    }

    @Test
    void cloudFormationFillsInNamesSettingsAndArns() throws Exception {
        holds(
                cloudFormation(),
                "Name: !Sub ${Env}-orders",
                "RoleArn: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${RoleName}",
                "Location: !Sub artifacts-${AWS::AccountId}-${AWS::Region}",
                "Id: !Sub arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/${KeyId}",
                "BranchName: !Ref Branch",
                "FullRepositoryId: !Sub ${Owner}/${RepoName}",
                "- !Ref Branch",
                "Region: !Ref AWS::Region",
                "- Name: !Sub Build-${Env}",
                "Value: !Ref Env",
                "\"value\":\"${Env}-${AWS::AccountId}\"",
                "StackName: !Sub ${AWS::StackName}-app",
                "RoleArn: !Sub arn:aws:iam::${ProdAccount}:role/${Env}-deploy",
                "AlarmName: !Sub ${Env}-alarm");
    }

    @Test
    void whatStaysLettersIsEscapedOrNoFunctionAtAll() throws Exception {
        holds(
                cloudFormation(),
                "- !Sub 'echo $FOO ${!FOO} ${!Env} ${AWS::Region}'",
                // a parameter is called Env, and a reader may not take this for it
                "- !Join ['${', ['echo ', 'Env} ', '!x}']]",
                "- 'x=${FOO:-1}; echo ${x%.*}'",
                "\"iam\":\"${!aws:username}\"");
    }

    @Test
    void everythingThatIsReferredToIsDeclaredAndNothingElse() throws Exception {
        var yaml = cloudFormation();
        var used =
                Pattern.compile("\\$\\{([A-Za-z0-9]+)}|!Ref ([A-Z][A-Za-z0-9]+)\\n")
                        .matcher(yaml.replaceAll("!Join.*", ""))
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .filter(name -> !name.equals("Pipeline"))
                        .collect(Collectors.toCollection(TreeSet::new));
        var head = yaml.substring(0, yaml.indexOf("\nResources:"));
        var declared =
                Pattern.compile("(?m)^  ([A-Za-z0-9]+):$")
                        .matcher(head)
                        .results()
                        .map(m -> m.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, used);
        assertTrue(declared.contains("AwsCodebuildProjectBName"), head);
    }

    @Test
    void terraformAsksVariablesAndDataSources() throws Exception {
        var hcl = terraform();
        holds(
                hcl,
                "\"${var.env}-orders\"",
                "\"artifacts-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.region}\"",
                "= var.branch\n",
                "includes = [var.branch]",
                "= data.aws_region.current.region\n",
                "StackName    = \"env-orders-app\"",
                "Env    = var.env\n",
                "variable \"repo_name\"",
                "data \"aws_caller_identity\" \"current\" {}",
                "$${aws:username}");
        assertEquals(1, hcl.split("variable \"branch\"", -1).length - 1);
    }

    @Test
    void aParameterSaysWhatItStandsForAsTheDesignWritesIt() throws Exception {
        holds(terraform(), "\"What $${var.branch} in the design stands for\"");
        holds(cloudFormation(), "What ${var.branch} in the design stands for");
    }

    @Test
    void thePipelinesJsonKeepsTheTextOfAnImport() throws Exception {
        var json = Json.parse(sample());
        var back = Json.parse(all(new PipelineJsonExporter().write(blueprint(sample()))));
        assertEquals(json.compact(), back.compact());
    }

    @Test
    void whatAwsItselfSaidIsLettersAndNothingIsAskedFor() throws Exception {
        var answer =
                sample().replaceAll("role/\\$\\{RoleName}", "role/pipeline")
                        .replaceFirst(
                                "arn:\\$\\{AWS::Partition}:iam::\\$\\{AWS::AccountId}",
                                "arn:aws:iam::111122223333")
                        .replaceFirst(
                                "\\}\\s*$",
                                ",\"metadata\":{\"pipelineArn\":\"arn:aws:codepipeline:eu-west-1:111122223333:x\"}}");
        var blueprint = blueprint(answer);
        assertEquals(java.util.List.of(), blueprint.home().parameters());
        holds(
                all(new PipelineJsonExporter().write(blueprint)),
                "\"BranchName\": \"${var.branch}\"");
    }

    @Test
    void aParameterHasNoNameThatAResourceHas() throws Exception {
        var blueprint = blueprint(sample().replace("${var.branch}", "${Pipeline}"));
        var yaml = all(new CloudFormationExporter(Syntax.YAML).write(blueprint));
        holds(yaml, "BranchName: !Ref PipelineValue", "\n  PipelineValue:\n");
    }

    @Test
    void aRoleIsAllowedWhatThePlaceholdersWillName() throws Exception {
        var made = sample().replaceFirst("\"roleArn\": \"[^\"]*RoleName}\",", "");
        holds(
                all(new CloudFormationExporter(Syntax.YAML).write(blueprint(made))),
                ":function:${Env}-notify\n");
        holds(all(new TerraformExporter().write(blueprint(made))), ":function:${var.env}-notify\"");
    }
}
