package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.deploy;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.simple;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stage;
import static io.stagecraft.drawn.Drawings.test;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.Category;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Result;
import io.stagecraft.model.Variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Pairs for rules on artifacts and variables.
final class FlowCases {
    private FlowCases() {}

    static List<Cases.Case> all() {
        return Stream.of(artifacts(), counts(), variables()).flatMap(List::stream).toList();
    }

    static Design in(Drawings.Box... boxes) {
        return design(stage("Source", source("Source", "Src").ns("Code")), stage("Work", boxes));
    }

    private static List<Cases.Case> artifacts() {
        var checks = new Condition(Optional.of(Result.FAIL), List.of(reading("Bin")), Extras.NONE);
        return List.of(
                Cases.of(
                        "SC301",
                        in(build("Build", "Scr", "Bin")),
                        in(build("Build", "Src", "Bin")),
                        "Build reads Scr, which no action makes."),
                Cases.of(
                        "SC302",
                        in(build("Build", "Src", "Bin"), deploy("Deploy", "Bin")),
                        in(build("Build", "Src", "Bin"), deploy("Deploy", "Bin").row(2)),
                        "Deploy reads Bin, which Build makes in the same row."),
                Cases.of(
                        "SC303",
                        in(build("A", "Src", "Bin"), build("B", "Src", "Bin")),
                        in(build("A", "Src", "Bin"), build("B", "Src", "Bin2")),
                        "B makes Bin, which A makes already."),
                Cases.of(
                        "SC306",
                        in(test("Test", "Src").in("Src", "Src")),
                        in(test("Test", "Src")),
                        "Test reads Src twice."),
                Cases.of(
                        "SC307",
                        in(test("Test", "Src").with(a -> a.withCommands(List.of("make")))),
                        in(shell("make")),
                        "Test has commands, which CodeBuild does not take."),
                Cases.of(
                        "SC308",
                        in(
                                shell("make")
                                        .with(a ->
                                                a.withOutputs(
                                                        List.of(
                                                                new OutputArtifact(
                                                                        "Out", List.of("")))))),
                        in(
                                shell("make")
                                        .with(a ->
                                                a.withOutputs(
                                                        List.of(
                                                                new OutputArtifact(
                                                                        "Out",
                                                                        List.of("dist/*")))))),
                        "The files of Out are more than 10, or one of them is empty or longer than 128 characters."),
                Cases.of(
                        "SC309",
                        StructureCases.entry(reading("Gone")),
                        StructureCases.entry(reading("BuildOutput")),
                        "Rule check of stage Deploy reads Gone, which is not made by then."),
                Cases.of(
                        "SC309",
                        building(Optional.of(checks), Optional.empty()),
                        building(Optional.empty(), Optional.of(checks)),
                        "Rule check of stage Build reads Bin, which is not made by then."),
                Cases.of(
                        "SC310",
                        abroad("e2", "e3"),
                        abroad("e2", "e2"),
                        "Deploy works in Beta and reads what Build makes in Alpha."));
    }

    private static Design abroad(String first, String second) {
        return in(build("Build", "Src", "Bin").at(first), deploy("Deploy", "Bin").at(second).row(2))
                .withEnvironments(
                        List.of(
                                Environment.TOOLING,
                                new Environment(
                                        new EnvironmentId("e2"),
                                        "Alpha",
                                        "111122223333",
                                        "",
                                        "#000000"),
                                new Environment(
                                        new EnvironmentId("e3"),
                                        "Beta",
                                        "444455556666",
                                        "",
                                        "#000000")));
    }

    static Drawings.Box shell(String... commands) {
        return action("Shell", Category.COMPUTE, "Commands")
                .in("Src")
                .with(a -> a.withCommands(List.of(commands)));
    }

    /// A stage that makes what its own condition reads.
    private static Design building(Optional<Condition> entry, Optional<Condition> success) {
        return design(
                stage("Source", source("Source", "Src")),
                stage("Build", build("Build", "Src", "Bin"))
                        .with(s -> s.withConditions(entry, success, Optional.empty())));
    }

    private static ConditionRule reading(String artifact) {
        return new ConditionRule(
                "check",
                "CodeBuild",
                "1",
                new LinkedHashMap<>(),
                List.of(),
                List.of(artifact),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Extras.NONE);
    }

    private static List<Cases.Case> counts() {
        return List.of(
                Cases.of(
                        "SC304",
                        in(build("Build", "Src", "Bin").in(), approval("Ask").in("Src")),
                        in(build("Build", "Src", "Bin")),
                        "Build reads no artifact; CodeBuild takes 1 to 5.",
                        "Ask reads 1 artifact; Manual approval takes none."),
                Cases.of(
                        "SC305",
                        design(
                                stage("Source", source("Source", "Src").out()),
                                stage("Ask", approval("Ask").out("Ask"))),
                        simple(),
                        "Source makes no artifact; Amazon S3 makes 1.",
                        "Ask makes 1 artifact; Manual approval makes none."),
                Cases.of(
                        "SC305",
                        making("A", "B", "C", "D", "E", "F"),
                        making("A", "B", "C", "D", "E"),
                        "Build makes 6 artifacts; CodeBuild makes 0 to 5."));
    }

    private static Design making(String... outputs) {
        return design(
                stage("Source", source("Source", "Src")),
                stage("Build", build("Build", "Src", "Out").out(outputs)));
    }

    private static Drawings.Box asks(String text) {
        return approval("Ask").set("CustomData", text);
    }

    private static Design declaring(Design design) {
        return design.withVariables(List.of(new Variable("tag", Optional.of("1"), "")));
    }

    private static List<Cases.Case> variables() {
        return List.of(
                Cases.of(
                        "SC501",
                        in(asks("#{Coed.VersionId}")),
                        in(asks("#{Code.VersionId}")),
                        "Ask uses #{Coed.VersionId}, but no action has the namespace Coed."),
                Cases.of(
                        "SC502",
                        in(asks("#{Build.X}"), build("Build", "Src", "Bin").ns("Build")),
                        in(asks("#{Build.X}").row(2), build("Build", "Src", "Bin").ns("Build")),
                        "Ask uses #{Build.X}, which Build publishes only later."),
                Cases.of(
                        "SC503",
                        in(asks("#{Code.VersionID}")),
                        in(asks("#{Code.VersionId}")),
                        "Ask uses #{Code.VersionID}, which Source does not publish; it has BucketName, ETag, ObjectKey, VersionId."),
                Cases.of(
                        "SC504",
                        in(test("A", "Src").ns("Code")),
                        in(test("A", "Src").ns("A")),
                        "A publishes under Code, as Source does."),
                Cases.of(
                        "SC505",
                        in(test("A", "Src").ns("Src")),
                        in(test("A", "Src").ns("A")),
                        "The namespace of A, Src, is the name of an artifact too."),
                Cases.of(
                        "SC506",
                        in(test("A", "Src").ns("variables")),
                        in(test("A", "Src").ns("A")),
                        "The namespace of A, variables, is reserved."),
                Cases.of(
                        "SC507",
                        declaring(in(asks("#{variables.tga}"))),
                        declaring(in(asks("#{variables.tag}"))),
                        "Ask uses #{variables.tga}, which the pipeline does not declare."),
                Cases.of(
                        "SC508",
                        declaring(
                                design(
                                        stage(
                                                "Source",
                                                source("Source", "Src")
                                                        .set(
                                                                "S3ObjectKey",
                                                                "#{variables.tag}.zip")),
                                        stage("Ask", approval("Ask")))),
                        declaring(in(asks("#{variables.tag}"))),
                        "Source action Source uses #{variables.tag}."),
                Cases.of(
                        "SC509",
                        in(asks("#{codepipeline.Execution}")),
                        in(asks("#{codepipeline.PipelineExecutionId}")),
                        "Ask uses #{codepipeline.Execution}, which there is not."),
                Cases.of(
                        "SC510",
                        declaring(in(asks("x"))),
                        declaring(in(asks("#{variables.tag}"))),
                        "No action uses variable tag."),
                Cases.of(
                        "SC511",
                        in(asks("#{Code}")),
                        in(asks("#{Code.VersionId}")),
                        "CustomData of Ask has a #{ that begins no reference to a variable."));
    }
}
