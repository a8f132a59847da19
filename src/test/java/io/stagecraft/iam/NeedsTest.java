package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.Principal;
import io.stagecraft.iam.ActionContext.Key;
import io.stagecraft.iam.ActionContext.Place;
import io.stagecraft.iam.ActionContext.Store;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.EnvironmentVariable;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// On the real catalogue: what AWS asks of a role, in words.
class NeedsTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();
    private static final Place HERE = Place.of("aws", "eu-west-1", "111122223333");

    @Test
    void aBuildAsksForItsProjectAndItsProjectForTheArtifacts() {
        var found = needs(Category.BUILD, "CodeBuild", Map.of("ProjectName", "orders"));
        assertEquals(
                List.of("codebuild:StartBuild", "codebuild:BatchGetBuilds"),
                actions(found, Principal.ACTION_ROLE));
        var project = actions(found, Principal.BUILD_PROJECT_ROLE);
        assertTrue(project.containsAll(List.of("s3:GetObject", "s3:PutObject", "kms:Decrypt")));
        assertTrue(project.contains("logs:PutLogEvents"));
        assertFalse(project.contains("codebuild:CreateReportGroup"), "no reports, no report group");
        assertEquals(List.of(), found.gaps());
    }

    @Test
    void aBuildOfAClonedSourceAsksForThatSourcesConnectionOnly() {
        var cloned =
                connection(
                        "arn:aws:codeconnections:eu-west-1:1:connection/c", "CODEBUILD_CLONE_REF");
        var zipped = connection("arn:aws:codeconnections:eu-west-1:1:connection/z", "CODE_ZIP");
        var found =
                new Needs()
                        .of(
                                spec(Category.BUILD, "CodeBuild"),
                                context(
                                        Map.of("ProjectName", "orders"),
                                        List.of(cloned, zipped),
                                        List.of()));
        assertEquals(
                List.of("arn:aws:codeconnections:eu-west-1:1:connection/c"),
                on(found, "codeconnections:UseConnection"));
        assertEquals(List.of(), on(found, "codecommit:GitPull"));
        assertEquals(List.of(), found.gaps());
    }

    @Test
    void secretsAndParametersAreNamedOneByOne() {
        var found =
                new Needs()
                        .of(
                                spec(Category.BUILD, "CodeBuild"),
                                context(
                                        Map.of(
                                                "ProjectName",
                                                "orders",
                                                "EnvironmentVariables",
                                                "[{\"name\":\"A\",\"value\":\"/orders/a\",\"type\":\"PARAMETER_STORE\"}]"),
                                        List.of(),
                                        List.of(
                                                new EnvironmentVariable(
                                                        "T",
                                                        "token:json-key",
                                                        EnvironmentVariable.Kind
                                                                .SECRETS_MANAGER))));
        assertEquals(
                List.of("arn:aws:ssm:eu-west-1:111122223333:parameter/orders/a"),
                on(found, "ssm:GetParameters"));
        assertEquals(
                List.of("arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-??????"),
                on(found, "secretsmanager:GetSecretValue"));
    }

    @Test
    void whatIsNotSetIsAGapAndNeverAStar() {
        var found = needs(Category.BUILD, "CodeBuild", Map.of());
        assertEquals(List.of(), actions(found, Principal.ACTION_ROLE));
        assertTrue(
                found.gaps().getFirst().words().contains("ProjectName is not known here"),
                found.gaps().toString());
    }

    @Test
    void whatATemplateWillFillInStaysInItsPlace() {
        var found = needs(Category.BUILD, "CodeBuild", Map.of("ProjectName", "${Project}"));
        assertEquals(
                List.of("arn:aws:codebuild:eu-west-1:111122223333:project/${Project}"),
                on(found, "codebuild:StartBuild"));
    }

    @Test
    void aVariableInANameOpensThatPartOnly() {
        var found =
                needs(Category.BUILD, "CodeBuild", Map.of("ProjectName", "orders-#{variables.X}"));
        assertEquals(
                List.of("arn:aws:codebuild:eu-west-1:111122223333:project/orders-*"),
                on(found, "codebuild:StartBuild"));
    }

    @Test
    void passingARoleIsHeldToTheRoleAndTheService() {
        var found =
                needs(
                        Category.DEPLOY,
                        "CloudFormation",
                        Map.of(
                                "ActionMode", "CHANGE_SET_REPLACE",
                                "StackName", "orders",
                                "ChangeSetName", "next",
                                "RoleArn", "arn:aws:iam::111122223333:role/deploy"));
        var pass =
                found.needs().stream()
                        .filter(n -> n.actions().contains("iam:PassRole"))
                        .flatMap(n -> n.calls().stream())
                        .toList();
        assertEquals(
                List.of(
                        new Call(
                                "iam:PassRole",
                                "arn:aws:iam::111122223333:role/deploy",
                                Map.of(
                                        "iam:PassedToService",
                                        List.of("cloudformation.amazonaws.com")))),
                pass);
    }

    @Test
    void aNameOfMoreThan20CharactersIsCutAndLeftOpen() {
        assertEquals("orders-release/*", ArtifactNeeds.folder("orders-release"));
        assertEquals("12345678901234567890/*", ArtifactNeeds.folder("12345678901234567890"));
        assertEquals("12345678901234567890*", ArtifactNeeds.folder("123456789012345678901"));
    }

    @Test
    void artifactsOfAnotherRegionGoThereAndBackUnderThePipelinesRole() {
        var there =
                new Store(Text.of("arn:aws:s3:::there"), Text.of("111122223333"), Optional.empty());
        var context =
                new ActionContext(
                        "p",
                        "s",
                        "a",
                        HERE,
                        HERE,
                        new LinkedHashMap<>(),
                        List.of("In"),
                        List.of("Out"),
                        Optional.of(there),
                        store(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        var copies =
                new Needs()
                        .of(spec(Category.BUILD, "CodeBuild"), context).needs().stream()
                                .filter(n -> n.who() == Principal.PIPELINE_ROLE)
                                .filter(n -> n.sid().matches("(Read|Write)Artifacts"))
                                .map(n ->
                                        n.sid()
                                                + " "
                                                + n.resources().getFirst().shown()
                                                + ": "
                                                + n.why())
                                .toList();
        assertEquals(
                List.of(
                        "ReadArtifacts arn:aws:s3:::bucket/p/*: copies to its region In",
                        "WriteArtifacts arn:aws:s3:::there/p/*: copies to its region In",
                        "ReadArtifacts arn:aws:s3:::there/p/*: copies back Out",
                        "WriteArtifacts arn:aws:s3:::bucket/p/*: copies back Out"),
                copies);
    }

    @Test
    void anActionWithoutArtifactsHasNoWayToTheStore() {
        var bare =
                new ActionContext(
                        "p",
                        "s",
                        "a",
                        HERE,
                        HERE,
                        new LinkedHashMap<>(),
                        List.of(),
                        List.of(),
                        store(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty());
        for (var spec : CATALOG.all()) {
            assertTrue(
                    new Needs()
                            .of(spec, bare).needs().stream()
                                    .noneMatch(n -> n.sid().endsWith("Artifacts")),
                    spec.type().path());
        }
    }

    private static Needs.Found needs(
            Category category, String provider, Map<String, String> settings) {
        return new Needs().of(spec(category, provider), context(settings, List.of(), List.of()));
    }

    private static ActionSpec spec(Category category, String provider) {
        return CATALOG.find(ActionType.aws(category, provider)).orElseThrow();
    }

    private static ActionContext context(
            Map<String, String> settings,
            List<SequencedMap<String, Text>> sources,
            List<EnvironmentVariable> variables) {
        var texts = new LinkedHashMap<String, Text>();
        settings.forEach((k, v) -> texts.put(k, Text.of(v)));
        return new ActionContext(
                "p",
                "s",
                "a",
                HERE,
                HERE,
                texts,
                List.of("In"),
                List.of("Out"),
                store(),
                Optional.empty(),
                Optional.of(new ActionContext.Project(Set.of(), variables)),
                List.of(),
                sources,
                Optional.empty());
    }

    private static Optional<Store> store() {
        return Optional.of(
                new Store(
                        Text.of("arn:aws:s3:::bucket"),
                        Text.of("111122223333"),
                        Optional.of(Key.of(Text.of("arn:aws:kms:eu-west-1:111122223333:key/k")))));
    }

    private static SequencedMap<String, Text> connection(String arn, String format) {
        var settings = new LinkedHashMap<String, Text>();
        settings.put("ConnectionArn", Text.of(arn));
        settings.put("OutputArtifactFormat", Text.of(format));
        return settings;
    }

    private static List<String> actions(Needs.Found found, Principal who) {
        return found.needs().stream()
                .filter(n -> n.who() == who)
                .flatMap(n -> n.actions().stream())
                .toList();
    }

    private static List<String> on(Needs.Found found, String action) {
        return found.needs().stream()
                .filter(n -> n.actions().contains(action))
                .flatMap(n -> n.resources().stream())
                .flatMap(t -> Stream.of(t.shown()))
                .toList();
    }
}
