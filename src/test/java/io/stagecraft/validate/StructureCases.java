package io.stagecraft.validate;

import static io.stagecraft.drawn.Drawings.action;
import static io.stagecraft.drawn.Drawings.approval;
import static io.stagecraft.drawn.Drawings.build;
import static io.stagecraft.drawn.Drawings.design;
import static io.stagecraft.drawn.Drawings.simple;
import static io.stagecraft.drawn.Drawings.source;
import static io.stagecraft.drawn.Drawings.stage;
import static io.stagecraft.drawn.Drawings.test;

import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Result;
import io.stagecraft.model.Transition;
import io.stagecraft.model.Variable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Pairs for rules on structure, names and quotas.
final class StructureCases {
    private StructureCases() {}

    static List<Cases.Case> all() {
        return Stream.of(structure(), names(), variables(), quotas())
                .flatMap(List::stream)
                .toList();
    }

    private static Drawings.Column sources() {
        return stage("Source", source("Source", "SourceOutput"));
    }

    private static Design and(Drawings.Column column) {
        return design(sources(), column);
    }

    private static Drawings.Column closed(Drawings.Column column, String reason) {
        return column.with(s -> s.withInbound(new Transition.Closed(reason)));
    }

    static ConditionRule rule(String name, String provider) {
        return new ConditionRule(
                name,
                provider,
                "1",
                settings(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Extras.NONE);
    }

    static Design entry(ConditionRule... rules) {
        var condition = new Condition(Optional.of(Result.FAIL), List.of(rules), Extras.NONE);
        return simple().withStages(
                        simple().stages().stream()
                                .map(s ->
                                        s.name().equals("Deploy")
                                                ? s.withConditions(
                                                        Optional.of(condition),
                                                        Optional.empty(),
                                                        Optional.empty())
                                                : s)
                                .toList());
    }

    private static List<Cases.Case> structure() {
        return List.of(
                Cases.of(
                        "SC101",
                        and(stage("Build", source("Other", "Other"))),
                        simple(),
                        "Source action Other stands in stage Build."),
                Cases.of(
                        "SC102",
                        design(
                                stage("Source", source("Source", "Src"), approval("Approve")),
                                stage("Build", build("Build", "Src", "Bin"))),
                        simple(),
                        "Approval action Approve stands in the first stage, Source."),
                Cases.of(
                        "SC103",
                        design(
                                stage("Build", approval("Approve")),
                                stage("Deploy", approval("Approve"))),
                        simple(),
                        "The first stage, Build, has no source action."),
                Cases.of("SC104", design(sources()), simple(), "The pipeline has only one stage."),
                Cases.of(
                        "SC105",
                        design(sources(), stage("Build"), stage("Approve", approval("Approve"))),
                        simple(),
                        "Stage Build has no action."),
                Cases.of(
                        "SC106",
                        and(stage("Ask", approval("Approve").row(0))),
                        simple(),
                        "Approve has run order 0."),
                Cases.of(
                        "SC107",
                        design(closed(sources(), "freeze"), stage("Ask", approval("Approve"))),
                        simple(),
                        "The transition into the first stage, Source, is disabled."),
                Cases.of(
                        "SC108",
                        and(stage("New", typed(Category.APPROVAL, Owner.CUSTOM, "Board", "1"))),
                        and(stage("New", typed(Category.DEPLOY, Owner.CUSTOM, "Board", "1"))),
                        "Nothing is known of Approval/Custom/Board/1, the type of New."),
                Cases.of(
                        "SC109",
                        and(
                                stage(
                                        "Old",
                                        action("Old", Category.DEPLOY, "OpsWorks")
                                                .in("SourceOutput"))),
                        simple(),
                        "Old uses OpsWorks Stacks, which AWS has retired."),
                misspelt(Category.DEPLOY, Owner.AWS, "CodeCommit", "1", "Source/AWS/CodeCommit/1"),
                misspelt(
                        Category.SOURCE,
                        Owner.THIRD_PARTY,
                        "CodeCommit",
                        "1",
                        "Source/AWS/CodeCommit/1"),
                misspelt(Category.SOURCE, Owner.AWS, "codeCommit", "1", "Source/AWS/CodeCommit/1"),
                misspelt(Category.SOURCE, Owner.AWS, "CodeCommit", "2", "Source/AWS/CodeCommit/1"),
                misspelt(
                        Category.BUILD,
                        Owner.AWS,
                        "Lambda",
                        "1",
                        "Deploy/AWS/Lambda/1 and Invoke/AWS/Lambda/1"),
                Cases.of(
                        "SC108",
                        and(
                                stage(
                                        "New",
                                        typed(
                                                Category.TEST,
                                                Owner.THIRD_PARTY,
                                                "BlazeMeter",
                                                "1"))),
                        and(stage("New", typed(Category.TEST, Owner.CUSTOM, "BlazeMeter", "1"))),
                        "Nothing is known of Test/ThirdParty/BlazeMeter/1, the type of New. The"
                                + " catalogue has Test/Custom/BlazeMeter/1, which no page of AWS"
                                + " confirms."),
                Cases.of(
                        "SC111",
                        and(stage("New", typed(Category.INVOKE, Owner.AWS, "Teleport", "1"))),
                        and(stage("New", typed(Category.INVOKE, Owner.CUSTOM, "Teleport", "1"))),
                        "Invoke/AWS/Teleport/1, the type of New, is not among those that AWS offers."));
    }

    private static Drawings.Box typed(
            Category category, Owner owner, String provider, String version) {
        return Drawings.action("New", new ActionType(category, owner, provider, version));
    }

    private static Cases.Case misspelt(
            Category category, Owner owner, String provider, String version, String right) {
        return Cases.of(
                "SC110",
                and(stage("New", typed(category, owner, provider, version))),
                simple(),
                "New is of the type "
                        + new ActionType(category, owner, provider, version).path()
                        + "; AWS has "
                        + right
                        + ".");
    }

    private static List<Cases.Case> names() {
        return List.of(
                Cases.of(
                        "SC201",
                        simple().withName("my orders"),
                        simple(),
                        "The pipeline \"my orders\" has other characters than letters, digits and . @ _ -."),
                Cases.of(
                        "SC202",
                        and(stage("To build", approval("Approve"))),
                        simple(),
                        "Stage \"To build\" has other characters than letters, digits and . @ _ -."),
                Cases.of(
                        "SC203",
                        and(stage("Ask", approval("Ask us"))),
                        simple(),
                        "Action \"Ask us\" has other characters than letters, digits and . @ _ -."),
                Cases.of(
                        "SC204",
                        design(
                                stage("Source", source("Source", "src.out")),
                                stage("Test", test("Test", "src.out"))),
                        simple(),
                        "Artifact \"src.out\" has other characters than letters, digits and _ -. It is made by Source."),
                Cases.of(
                        "SC205",
                        design(
                                stage("Source", source("Source", "Src").ns("a.b")),
                                stage("Test", test("Test", "Src"))),
                        simple(),
                        "Namespace \"a.b\" has other characters than letters, digits and @ _ -. It is that of Source."),
                Cases.of(
                        "SC207",
                        design(sources(), stage("Ask", approval("A")), stage("Ask", approval("A"))),
                        simple(),
                        "There is another stage called Ask."),
                Cases.of(
                        "SC208",
                        and(stage("Ask", approval("A"), approval("A"))),
                        simple(),
                        "There is another action called A in stage Ask."),
                Cases.of(
                        "SC211",
                        design(
                                sources(),
                                closed(stage("Ask", approval("A")), "No, not today: \"stop\"")),
                        simple(),
                        "The reason \"No, not today: \"stop\"\" has other characters than letters, digits, spaces and ! @ ( ) . * ? -. It closes the way into Ask."),
                Cases.of(
                        "SC212",
                        entry(rule("is it", "VariableCheck")),
                        entry(rule("isIt", "VariableCheck")),
                        "Rule \"is it\" has other characters than letters, digits and . @ _ -. It stands at the entry of stage Deploy."),
                Cases.of(
                        "SC213",
                        entry(rule("a", "VariableCheck"), rule("a", "VariableCheck")),
                        entry(rule("a", "VariableCheck"), rule("b", "VariableCheck")),
                        "There is another rule called a; this one stands at the entry of stage Deploy."),
                Cases.of(
                        "SC214",
                        and(stage("New", action("New", Category.INVOKE, "New thing"))),
                        simple(),
                        "The type of New, Invoke/AWS/New thing/1, is not one that AWS can have."),
                Cases.of(
                        "SC215",
                        tagged("aws:x"),
                        tagged("x"),
                        "Tag \"aws:x\" is not one that AWS takes."));
    }

    private static Design tagged(String key) {
        var tags = new LinkedHashMap<String, String>();
        tags.put(key, "1");
        return simple().withTags(tags);
    }

    private static Design declaring(Variable... variables) {
        return simple().withVariables(List.of(variables));
    }

    private static List<Cases.Case> variables() {
        var fine = declaring(new Variable("tag", Optional.of("1"), ""));
        return List.of(
                Cases.of(
                        "SC206",
                        declaring(new Variable("my tag", Optional.empty(), "")),
                        fine,
                        "Variable \"my tag\" has other characters than letters, digits and @ _ -."),
                Cases.of(
                        "SC209",
                        declaring(
                                new Variable("tag", Optional.of("1"), ""),
                                new Variable("tag", Optional.of("2"), "")),
                        fine,
                        "There is another variable called tag."),
                Cases.of(
                        "SC210",
                        declaring(new Variable("tag", Optional.of(""), "x".repeat(201))),
                        fine,
                        "The default of variable tag is empty.",
                        "The description of variable tag is longer than 200 characters."));
    }

    private static List<Cases.Case> quotas() {
        var many =
                Stream.generate(() -> stage("S", approval("A")))
                        .limit(50)
                        .toArray(Drawings.Column[]::new);
        var wide = Stream.generate(() -> approval("A")).limit(51).toArray(Drawings.Box[]::new);
        var all = Stream.generate(() -> stage("S", wide)).limit(20).toArray(Drawings.Column[]::new);
        var variables =
                Stream.iterate(0, i -> i + 1)
                        .limit(51)
                        .map(i -> new Variable("v" + i, Optional.empty(), ""))
                        .toArray(Variable[]::new);
        var tags = new LinkedHashMap<String, String>();
        for (int i = 0; i < 51; i++) {
            tags.put("t" + i, "");
        }
        return List.of(
                Cases.of(
                        "SC701",
                        design(
                                Stream.concat(Stream.of(sources()), Stream.of(many))
                                        .toArray(Drawings.Column[]::new)),
                        simple(),
                        "The pipeline has 51 stages; AWS takes 50."),
                Cases.of(
                        "SC702",
                        and(stage("Wide", wide)),
                        simple(),
                        "Stage Wide has 51 actions; AWS takes 50."),
                Cases.of(
                        "SC703",
                        design(all),
                        simple(),
                        "The pipeline has 1020 actions; AWS takes 1000."),
                Cases.of(
                        "SC704",
                        declaring(variables),
                        simple(),
                        "The pipeline has 51 variables; AWS takes 50."),
                Cases.of(
                        "SC706",
                        simple().withTags(tags),
                        simple(),
                        "The pipeline has 51 tags; AWS takes 50."));
    }

    private static LinkedHashMap<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("Variable", "x");
        settings.put("Operator", "EQ");
        settings.put("Value", "x");
        return settings;
    }
}
