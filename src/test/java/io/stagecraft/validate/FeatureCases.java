package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.deploy;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.git;
import static io.stagecraft.drawn.Drawings.simple;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stack;
import static io.stagecraft.drawn.Drawings.stage;
import static io.stagecraft.validate.FlowCases.in;
import static io.stagecraft.validate.FlowCases.shell;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Category;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.OnFailure;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.Origin;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Result;
import io.stagecraft.model.RetryMode;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Variable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Pairs for rules on modes, triggers, conditions, places and advice.
final class FeatureCases {
    private static final String ARN = "arn:aws:iam::444455556666:role/there";
    private static final Patterns MAIN = new Patterns(List.of("main"), List.of());
    private static final Trigger.Push PUSH = new Trigger.Push(Patterns.NONE, MAIN, Patterns.NONE);

    private FeatureCases() {}

    static List<Cases.Case> all() {
        return Stream.of(
                        types(), triggers(), conditions(), failures(), places(), stores(), advice())
                .flatMap(List::stream)
                .toList();
    }

    private static Design v1(Design design) {
        return design.withType(PipelineType.V1);
    }

    private static List<Cases.Case> types() {
        var variable = simple().withVariables(List.of(new Variable("tag", Optional.of("1"), "")));
        var wide = Collections.nCopies(6, approval("A")).toArray(Drawings.Box[]::new);
        return List.of(
                Cases.of(
                        "SC601",
                        v1(simple()).withMode(ExecutionMode.QUEUED),
                        simple().withMode(ExecutionMode.QUEUED),
                        "A V1 pipeline cannot run in mode QUEUED."),
                Cases.of(
                        "SC602",
                        v1(variable),
                        variable,
                        "A V1 pipeline has no variables of its own."),
                Cases.of(
                        "SC603",
                        v1(triggered(push("Git", PUSH))),
                        triggered(push("Git", PUSH)),
                        "A V1 pipeline has no triggers."),
                Cases.of(
                        "SC604",
                        v1(entry(Result.FAIL, "VariableCheck")),
                        entry(Result.FAIL, "VariableCheck"),
                        "Stage Deploy has conditions, which a V1 pipeline does not know."),
                Cases.of(
                        "SC605",
                        v1(in(shell("make"))),
                        in(shell("make")),
                        "Shell is of the type Commands, which a V1 pipeline does not run."),
                Cases.of(
                        "SC707",
                        in(wide).withMode(ExecutionMode.PARALLEL),
                        in(wide),
                        "Stage Work runs 6 actions side by side; in mode PARALLEL AWS runs 5 at once."));
    }

    private static Design triggered(Trigger... triggers) {
        return design(
                        stage("Source", git("Git", "Src")),
                        stage("Build", build("Build", "Src", "Bin")))
                .withTriggers(List.of(triggers));
    }

    private static Trigger push(String source, Trigger.Push... filters) {
        return new Trigger(source, List.of(filters), List.of(), Extras.NONE);
    }

    private static Trigger pull(Patterns branches) {
        return new Trigger(
                "Git",
                List.of(),
                List.of(
                        new Trigger.PullRequest(
                                List.of(Trigger.Event.OPEN), branches, Patterns.NONE)),
                Extras.NONE);
    }

    private static List<Cases.Case> triggers() {
        var right = triggered(push("Git", PUSH));
        var many = Collections.nCopies(51, push("Git", PUSH)).toArray(Trigger[]::new);
        return List.of(
                Cases.of(
                        "SC606",
                        triggered(push("Gti", PUSH)),
                        right,
                        "A trigger watches Gti, which is not there."),
                Cases.of(
                        "SC606",
                        triggered(push("Build", PUSH)),
                        right,
                        "A trigger watches Build, which is no source with a connection."),
                Cases.of(
                        "SC628",
                        triggered(
                                new Trigger(
                                        "Git",
                                        List.of(PUSH),
                                        List.of(),
                                        new Extras(
                                                Ordered.copy(
                                                        Map.of("providerType", "\"GitHub\""))))),
                        right,
                        "The trigger of Git has the provider type \"GitHub\"; AWS has \"CodeStarSourceConnection\" only."),
                Cases.of(
                        "SC607",
                        triggered(push("Git", PUSH), pull(MAIN)),
                        right,
                        "There are two triggers for Git."),
                Cases.of(
                        "SC608",
                        triggered(
                                push("Git", new Trigger.Push(Patterns.NONE, Patterns.NONE, MAIN))),
                        right,
                        "A push filter of Git names neither tags nor branches."),
                Cases.of(
                        "SC609",
                        triggered(pull(Patterns.NONE)),
                        triggered(pull(MAIN)),
                        "A pull-request filter of Git names no branches."),
                Cases.of(
                        "SC610",
                        triggered(push("Git", PUSH, PUSH, PUSH, PUSH)),
                        right,
                        "The trigger of Git has more than 3 filters of a kind, more than 8 patterns of a kind, or a pattern that is empty or longer than 255 characters."),
                Cases.of(
                        "SC611",
                        triggered(push("Git", new Trigger.Push(MAIN, MAIN, Patterns.NONE))),
                        right,
                        "A push filter of Git names tags and branches at once."),
                Cases.of(
                        "SC705",
                        triggered(many),
                        right,
                        "The pipeline has 51 triggers; AWS takes 50."));
    }

    private static Condition condition(Result result, String provider) {
        return new Condition(
                Optional.of(result), List.of(StructureCases.rule("check", provider)), Extras.NONE);
    }

    private static Design gated(
            String stage,
            Optional<Condition> entry,
            Optional<Condition> success,
            Optional<OnFailure> failure) {
        return simple().withStages(
                        simple().stages().stream()
                                .map(s ->
                                        s.name().equals(stage)
                                                ? s.withConditions(entry, success, failure)
                                                : s)
                                .toList());
    }

    private static Design entry(Result result, String provider) {
        return gated(
                "Deploy",
                Optional.of(condition(result, provider)),
                Optional.empty(),
                Optional.empty());
    }

    private static Design success(Result result) {
        return gated(
                "Deploy",
                Optional.empty(),
                Optional.of(condition(result, "CloudWatchAlarm")),
                Optional.empty());
    }

    private static Design failing(String stage, Result result, Optional<Condition> condition) {
        return gated(
                stage,
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new OnFailure(
                                Optional.of(result),
                                Optional.of(RetryMode.FAILED_ACTIONS),
                                condition,
                                Extras.NONE)));
    }

    private static List<Cases.Case> conditions() {
        var late = StructureCases.rule("check", "VariableCheck");
        var slow =
                new ConditionRule(
                        late.name(),
                        late.provider(),
                        "1",
                        late.settings(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(1),
                        Extras.NONE);
        return List.of(
                Cases.of(
                        "SC612",
                        entry(Result.ROLLBACK, "VariableCheck"),
                        entry(Result.SKIP, "VariableCheck"),
                        "The entry condition of Deploy has the result ROLLBACK."),
                Cases.of(
                        "SC613",
                        entry(Result.SKIP, "CloudWatchAlarm"),
                        entry(Result.SKIP, "VariableCheck"),
                        "Rule check, a CloudWatchAlarm, cannot make stage Deploy be skipped."),
                Cases.of(
                        "SC613",
                        entry(Result.SKIP, "CloudWatchAlarm"),
                        success(Result.SKIP), // another rule says that nothing is skipped there
                        "Rule check, a CloudWatchAlarm, cannot make stage Deploy be skipped."),
                Cases.of(
                        "SC614",
                        success(Result.SKIP),
                        success(Result.ROLLBACK),
                        "The success condition of Deploy has the result SKIP."),
                Cases.of(
                        "SC619",
                        StructureCases.entry(),
                        StructureCases.entry(late),
                        "The entry condition of Deploy has 0 rules; 1 to 5 are possible."),
                Cases.of(
                        "SC620",
                        StructureCases.entry(slow),
                        StructureCases.entry(late),
                        "Rule check of stage Deploy has a timeout of 1 minutes; 5 to 86400 are possible."));
    }

    private static List<Cases.Case> failures() {
        var alarm = Optional.of(condition(Result.ROLLBACK, "CloudWatchAlarm"));
        var back = failing("Deploy", Result.ROLLBACK, Optional.empty());
        return List.of(
                Cases.of(
                        "SC615",
                        failing("Deploy", Result.SKIP, Optional.empty()),
                        back,
                        "What happens when Deploy fails is neither a rollback nor a retry."),
                Cases.of(
                        "SC616",
                        failing("Deploy", Result.RETRY, alarm),
                        failing("Deploy", Result.RETRY, Optional.empty()),
                        "Stage Deploy is to be tried again and has a failure condition."),
                Cases.of(
                        "SC617",
                        back.withMode(ExecutionMode.PARALLEL),
                        back,
                        "Stage Deploy rolls back, which mode PARALLEL does not allow."),
                Cases.of(
                        "SC618",
                        failing("Source", Result.ROLLBACK, Optional.empty()),
                        failing("Source", Result.RETRY, Optional.empty()),
                        "The source stage, Source, rolls back."));
    }

    private static Design there(Design design, String account, String region) {
        return design.withEnvironments(
                List.of(
                        new Environment(
                                new EnvironmentId("e1"),
                                "Tooling",
                                "111122223333",
                                "eu-west-1",
                                "#8793a6"),
                        new Environment(
                                new EnvironmentId("e2"),
                                "Production",
                                account,
                                region,
                                "#d64545")));
    }

    private static Design remote(Drawings.Box box) {
        return there(in(box.at("e2")), "111122223333", "us-east-1");
    }

    private static Design abroad(Drawings.Box box) {
        return there(in(box.at("e2")), "444455556666", "eu-west-1");
    }

    private static Drawings.Box jenkins() {
        return action("Jenkins", Category.BUILD, Owner.CUSTOM, "Jenkins")
                .set("ProjectName", "orders")
                .in("Src");
    }

    private static List<Cases.Case> places() {
        var site = deploy("Deploy", "Src");
        var fine = abroad(site.role(ARN));
        return List.of(
                Cases.of(
                        "SC801",
                        abroad(site),
                        fine,
                        "Deploy works in Production, another account, without a role there."),
                Cases.of(
                        "SC807",
                        remote(jenkins()),
                        remote(site),
                        "Jenkins is to work in us-east-1, which its type cannot."),
                Cases.of(
                        "SC808",
                        abroad(jenkins()),
                        fine,
                        "Jenkins is to work in Production, another account, which its type cannot."),
                Cases.of(
                        "SC809",
                        in(jenkins().role(ARN)),
                        in(site.role(ARN)),
                        "Jenkins has a role, but its provider is not AWS."),
                Cases.of(
                        "SC810",
                        there(in(site.at("e2").role(ARN)), "4444", "eu-west-1"),
                        fine,
                        "The account of Production, 4444, does not have twelve digits."),
                Cases.of(
                        "SC811",
                        there(in(site.at("e2")), "111122223333", "Ireland"),
                        remote(site),
                        "The region of Production, Ireland, is not the name of a region."),
                Cases.of(
                        "SC812", in(site.at("e9")), in(site), "The environment of Deploy is gone."),
                Cases.of(
                        "SC813",
                        in(site.role("there")).withRole(new Origin.Existing("mine")),
                        in(site.role(ARN)),
                        "The role of the pipeline is not named by its ARN.",
                        "The role of Deploy is not named by its ARN."),
                Cases.of(
                        "SC814",
                        in(site).withEnvironments(
                                        List.of(
                                                Environment.TOOLING,
                                                new Environment(
                                                        new EnvironmentId("e2"),
                                                        "Tooling",
                                                        "",
                                                        "",
                                                        "#000000"))),
                        in(site),
                        "There are two environments called Tooling."));
    }

    private static ArtifactStore store(String region, EncryptionKey key) {
        return new ArtifactStore(region, Origin.CREATE, key, Extras.NONE);
    }

    private static List<Cases.Case> stores() {
        var key = new EncryptionKey.Create();
        var fine = abroad(deploy("Deploy", "Src").role(ARN));
        var remote = remote(deploy("Deploy", "Src"));
        var reads =
                StructureCases.rule("check", "Commands")
                        .withCommands(List.of("./check.sh"))
                        .withInputs(List.of("Src"))
                        .withRegion(Optional.of("us-east-1"));
        var reading = there(StructureCases.entry(reads), "111122223333", "eu-west-1");
        var home = store("eu-west-1", key);
        var other = store("us-east-1", key);
        var small = new ArtifactStore("", new Origin.Existing("x"), key, Extras.NONE);
        return List.of(
                Cases.of(
                        "SC802",
                        fine.withStores(List.of(store("", new EncryptionKey.AwsManaged()))),
                        fine.withStores(List.of(store("", key))),
                        "Other accounts take part, but the artifact store is encrypted with the key of S3."),
                Cases.of(
                        "SC803",
                        fine.withStores(
                                List.of(store("", new EncryptionKey.Existing("alias/mine")))),
                        fine.withStores(
                                List.of(
                                        store(
                                                "",
                                                new EncryptionKey.Existing(
                                                        "arn:aws:kms:eu-west-1:111122223333:key/1")))),
                        "Other accounts take part, but the key of the artifact store is not named by the ARN of the key itself."),
                Cases.of(
                        "SC804",
                        remote.withStores(List.of(home)),
                        remote.withStores(List.of(home, other)),
                        "There is no artifact store in us-east-1."),
                Cases.of(
                        "SC804",
                        reading.withStores(List.of(home)),
                        reading.withStores(List.of(home, other)),
                        "There is no artifact store in us-east-1."),
                Cases.of(
                        "SC804",
                        remote.withStores(List.of(other)),
                        remote.withStores(List.of(store("", key), other)),
                        "There is no artifact store in eu-west-1."),
                Cases.of(
                        "SC804",
                        reading.withStores(List.of(home)),
                        StructureCases.entry(reads).withStores(List.of(store("", key))),
                        "There is no artifact store in us-east-1."),
                Cases.of(
                        "SC805",
                        remote.withStores(List.of(home, store("", key), other)),
                        remote.withStores(List.of(home, other)),
                        "There are two artifact stores for the pipeline's own region."),
                Cases.of(
                        "SC806",
                        simple().withStores(List.of(small)),
                        simple().withStores(List.of(store("", key))),
                        "The artifact store names no bucket that there can be."));
    }

    private static Companion connection(String name) {
        return new Companion.Connection(name, Origin.CREATE, Optional.empty(), "GitHub");
    }

    private static Design connected(String first, String second, Companion... companions) {
        return design(
                        stage(
                                "Source",
                                git("A", "Src").set("ConnectionArn", "@{" + first + "}"),
                                git("B", "Src2").set("ConnectionArn", "@{" + second + "}")),
                        stage("Build", build("Build", "Src", "Bin")))
                .withCompanions(List.of(companions));
    }

    private static Drawings.Box changeSet(String mode) {
        return stack("Change", "Src").set("ActionMode", mode).set("ChangeSetName", "release");
    }

    private static Design handing(String name) {
        return handing(SettingCases.variable(name));
    }

    private static Design handing(EnvironmentVariable... variables) {
        return in(shell("make").with(a -> a.withEnvironmentVariables(List.of(variables))));
    }

    private static EnvironmentVariable variable(
            String name, String value, EnvironmentVariable.Kind kind) {
        return new EnvironmentVariable(name, value, kind);
    }

    private static List<Cases.Case> advice() {
        var polled =
                design(
                        stage("Source", source("Source", "Src").unset("PollForSourceChanges")),
                        stage("Deploy", deploy("Deploy", "Src")));
        var old =
                design(
                        stage(
                                "Source",
                                action("GitHub", Category.SOURCE, Owner.THIRD_PARTY, "GitHub")
                                        .out("Src")),
                        stage("Deploy", deploy("Deploy", "Src")));
        return List.of(
                Cases.of(
                        "SC901",
                        in(build("Build", "Src", "Bin")),
                        simple(),
                        "No action reads Bin, which Build makes."),
                Cases.of("SC903", polled, simple(), "Source asks for changes again and again."),
                Cases.of(
                        "SC904",
                        old,
                        simple(),
                        "GitHub uses GitHub (OAuth app), which is a thing of the past."),
                Cases.of(
                        "SC905",
                        connected("a", "b", connection("a"), connection("b")),
                        connected("a", "a", connection("a")),
                        "b is a second connection to GitHub, beside a."),
                Cases.of(
                        "SC906",
                        there(simple(), "444455556666", "eu-west-1"),
                        abroad(deploy("Deploy", "Src").role(ARN)),
                        "Nothing works in Production."),
                Cases.of(
                        "SC907",
                        handing("DB_PASSWORD"),
                        handing("DB_NAME"),
                        "Shell hands on DB_PASSWORD as plain text."),
                Cases.of(
                        "SC907",
                        handing(variable("API_KEY", "k3y", EnvironmentVariable.Kind.PLAINTEXT)),
                        handing(
                                variable(
                                        "API_KEY",
                                        "orders/key",
                                        EnvironmentVariable.Kind.SECRETS_MANAGER),
                                variable("TOKEN", "", EnvironmentVariable.Kind.PLAINTEXT)),
                        "Shell hands on API_KEY as plain text."),
                Cases.of(
                        "SC908",
                        in(changeSet("CHANGE_SET_REPLACE")),
                        in(changeSet("CHANGE_SET_REPLACE"), changeSet("CHANGE_SET_EXECUTE").row(2)),
                        "Change makes a change set that no action executes."));
    }
}
