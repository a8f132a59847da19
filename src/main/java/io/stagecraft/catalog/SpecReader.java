package io.stagecraft.catalog;

import io.stagecraft.catalog.FieldSpec.CompanionUse;
import io.stagecraft.catalog.PermissionSpec.Clause;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Owner;
import io.stagecraft.model.PipelineType;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns data files into specs. What a file may leave out has its usual value here.
final class SpecReader {
    private static final int USUAL_TIMEOUT = 60;
    private static final int USUAL_LENGTH = 1000;

    private SpecReader() {}

    static ActionSpec action(String file, byte[] content) {
        var facts = Facts.in(file, content);
        var pipelineTypes = facts.words("pipelineTypes", PipelineType.class);
        var spec =
                new ActionSpec(
                        type(facts.object("type")),
                        facts.text("title"),
                        facts.text("summary"),
                        facts.text("icon"),
                        facts.text("source"),
                        facts.text("checked"),
                        facts.optionalText("main"),
                        pipelineTypes.isEmpty()
                                ? Set.of(PipelineType.values())
                                : Set.copyOf(pipelineTypes),
                        bounds(facts.object("inputs")),
                        bounds(facts.object("outputs")),
                        facts.objects("fields").stream().map(SpecReader::field).toList(),
                        facts.flag("open", false),
                        facts.words("members", ActionSpec.Member.class),
                        facts.texts("variables"),
                        facts.optionalText("dynamicVariables"),
                        facts.word("moves", ActionSpec.Mover.ACTION_ROLE),
                        facts.number("timeout", USUAL_TIMEOUT),
                        facts.flag("timeoutSettable", false),
                        facts.word("crossRegion", ActionSpec.Reach.class),
                        facts.word("crossAccount", ActionSpec.Reach.class),
                        facts.word("status", ActionSpec.Status.CURRENT),
                        permissions(facts),
                        drop(facts.object("drop")),
                        play(facts.object("play")),
                        facts.optionalObject("startedBy").map(SpecReader::startedBy),
                        facts.texts("notes"),
                        traits(facts),
                        facts.flag("verified", true));
        facts.done();
        return spec;
    }

    static RuleTypeSpec rule(String file, byte[] content) {
        var facts = Facts.in(file, content);
        var spec =
                new RuleTypeSpec(
                        facts.text("provider"),
                        facts.text("version"),
                        facts.text("title"),
                        facts.text("summary"),
                        facts.text("icon"),
                        facts.text("source"),
                        facts.text("checked"),
                        facts.optionalText("main"),
                        facts.objects("fields").stream().map(SpecReader::field).toList(),
                        facts.flag("commands", false),
                        bounds(facts.object("inputs")),
                        facts.flag("canSkip", false),
                        facts.number("timeout", USUAL_TIMEOUT),
                        permissions(facts),
                        checks(facts),
                        facts.textByName("settings"),
                        facts.textByName("failureSettings"),
                        play(facts.object("play")),
                        facts.texts("notes"),
                        facts.flag("verified", true));
        facts.done();
        return spec;
    }

    private static ActionType type(Facts facts) {
        var category =
                Category.of(facts.text("category"))
                        .orElseThrow(() -> facts.wrong("category", "AWS knows no such category"));
        var owner =
                Owner.of(facts.text("owner"))
                        .orElseThrow(() -> facts.wrong("owner", "AWS knows no such owner"));
        var type = new ActionType(category, owner, facts.text("provider"), facts.text("version"));
        facts.done();
        return type;
    }

    private static Bounds bounds(Facts facts) {
        var bounds = new Bounds(facts.number("min", 0), facts.number("max", 0));
        facts.done();
        return bounds;
    }

    private static FieldSpec field(Facts facts) {
        var spec =
                new FieldSpec(
                        facts.text("key"),
                        facts.text("label"),
                        facts.word("kind", FieldKind.TEXT),
                        facts.text("help"),
                        facts.has("required")
                                ? Optional.of(when(facts, "required"))
                                : Optional.empty(),
                        facts.texts("values"),
                        facts.flag("anyCase", false),
                        facts.optionalText("default"),
                        facts.optionalText("pattern"),
                        facts.optionalText("shape"),
                        facts.number("maxLength", USUAL_LENGTH),
                        facts.optionalNumber("min"),
                        facts.optionalNumber("max"),
                        facts.optionalObject("json").map(SpecReader::json),
                        facts.texts("arns"),
                        facts.flag("here", false),
                        facts.textByName("risky"),
                        facts.optionalObject("companion").map(SpecReader::companion));
        facts.done();
        return spec;
    }

    private static FieldSpec.JsonForm json(Facts facts) {
        var form = new FieldSpec.JsonForm(facts.flag("list", false), facts.textByName("members"));
        facts.done();
        return form;
    }

    private static CompanionUse companion(Facts facts) {
        var use =
                new CompanionUse(
                        facts.word("kind", CompanionKind.class),
                        facts.word("form", FieldSpec.Form.class));
        facts.done();
        return use;
    }

    private static List<PermissionSpec> permissions(Facts facts) {
        return facts.objects("permissions").stream().map(SpecReader::permission).toList();
    }

    private static PermissionSpec permission(Facts facts) {
        var spec =
                new PermissionSpec(
                        facts.word("who", Principal.ACTION_ROLE),
                        facts.texts("allow"),
                        facts.texts("on"),
                        facts.objects("conditions").stream().map(SpecReader::clause).toList(),
                        facts.text("why"),
                        facts.has("when") ? when(facts, "when") : When.ALWAYS,
                        facts.flag("optional", false),
                        facts.flag("verified", true),
                        facts.optionalText("unscoped"));
        facts.done();
        return spec;
    }

    private static Traits traits(Facts facts) {
        return new Traits(
                checks(facts),
                facts.has("reference") ? Optional.of(when(facts, "reference")) : Optional.empty(),
                facts.texts("writes"),
                facts.texts("reads"),
                facts.optionalNumber("artifactMegabytes"),
                facts.optionalText("once"),
                facts.texts("alone"),
                facts.objects("handovers").stream().map(SpecReader::handover).toList(),
                facts.flag("scans", false),
                facts.flag("undoes", false),
                facts.optionalText("cost"),
                Set.copyOf(facts.texts("notIn")),
                Set.copyOf(facts.texts("onlyIn")),
                Set.copyOf(facts.words("unverified", Traits.Fact.class)));
    }

    private static List<Traits.Check> checks(Facts facts) {
        return facts.objects("checks").stream().map(SpecReader::check).toList();
    }

    private static Traits.Check check(Facts facts) {
        var check =
                new Traits.Check(
                        when(facts, "when"),
                        facts.text("field"),
                        facts.text("says"),
                        facts.flag("refused", false));
        facts.done();
        return check;
    }

    private static Traits.Handover handover(Facts facts) {
        var handover =
                new Traits.Handover(
                        facts.text("thing"),
                        facts.texts("keys"),
                        facts.flag("made", false),
                        when(facts, "when"));
        facts.done();
        return handover;
    }

    private static StartedBy startedBy(Facts facts) {
        var start =
                new StartedBy(
                        facts.text("source"),
                        facts.text("detailType"),
                        facts.texts("resources"),
                        facts.objects("details").stream().map(SpecReader::detail).toList(),
                        facts.has("when") ? when(facts, "when") : When.ALWAYS,
                        facts.optionalText("note"));
        facts.done();
        return start;
    }

    private static StartedBy.Detail detail(Facts facts) {
        var detail = new StartedBy.Detail(facts.text("path"), facts.texts("values"));
        facts.done();
        return detail;
    }

    private static Clause clause(Facts facts) {
        var clause = new Clause(facts.text("operator"), facts.text("key"), facts.texts("values"));
        facts.done();
        return clause;
    }

    private static When when(Facts facts, String key) {
        return facts.isText(key) ? always(facts, key) : when(facts.object(key));
    }

    private static When always(Facts facts, String key) {
        if (facts.text(key).equals("always")) {
            return When.ALWAYS;
        }
        throw facts.wrong(key, "has to be \"always\" or a circumstance");
    }

    private static When when(Facts facts) {
        var when = circumstance(facts);
        facts.done();
        return when;
    }

    private static When circumstance(Facts facts) {
        if (facts.has("setting")) {
            var key = facts.text("setting");
            if (facts.has("has")) {
                return new When.SettingHas(key, facts.texts("has"));
            }
            if (facts.has("is-no")) {
                return new When.SettingIsNo(key, facts.word("is-no", TextForm.class));
            }
            return facts.has("is-not")
                    ? new When.SettingIsNot(key, facts.texts("is-not"))
                    : new When.SettingIs(key, facts.texts("is"));
        }
        if (facts.has("present")) {
            return new When.SettingPresent(facts.text("present"));
        }
        if (facts.has("absent")) {
            return new When.SettingAbsent(facts.text("absent"));
        }
        if (facts.has("inputs")) {
            return new When.Inputs(facts.number("inputs", 1));
        }
        if (facts.has("outputs")) {
            return new When.Outputs(facts.number("outputs", 1));
        }
        if (facts.has("project")) {
            return new When.ProjectHas(feature(facts));
        }
        if (facts.has("variable")) {
            var kind = facts.word("variable", EnvironmentVariable.Kind.class);
            return new When.VariableOfKind(kind.name());
        }
        if (facts.has("input-made-with")) {
            return new When.InputMadeWith(facts.text("input-made-with"), facts.text("is"));
        }
        if (facts.has("all")) {
            return new When.All(facts.objects("all").stream().map(SpecReader::when).toList());
        }
        if (facts.has("no-inputs")) {
            return isTrue(facts, "no-inputs", new When.NoInputs());
        }
        if (facts.has("no-outputs")) {
            return isTrue(facts, "no-outputs", new When.NoOutputs());
        }
        if (facts.flag("store-encrypted", false)) {
            return new When.StoreEncrypted();
        }
        if (facts.has("judged")) {
            return new When.Judged(facts.text("judged"));
        }
        throw facts.wrong(
                "",
                "a circumstance is one of setting, present, absent, inputs, no-inputs, outputs, no-outputs, project,"
                        + " variable, input-made-with, all, store-encrypted, judged");
    }

    private static String feature(Facts facts) {
        var feature = facts.text("project");
        if (!When.ProjectHas.FEATURES.contains(feature)) {
            throw facts.wrong(
                    "project", "is none of " + String.join(", ", When.ProjectHas.FEATURES));
        }
        return feature;
    }

    private static When isTrue(Facts facts, String key, When when) {
        if (facts.flag(key, false)) {
            return when;
        }
        throw facts.wrong(key, "has to be true");
    }

    private static Drop drop(Facts facts) {
        var drop =
                new Drop(
                        facts.text("name"),
                        facts.optionalText("namespace"),
                        facts.textByName("settings"),
                        facts.number("inputs", 0),
                        facts.texts("outputs"),
                        facts.texts("commands"));
        facts.done();
        return drop;
    }

    private static Play play(Facts facts) {
        var play =
                new Play(
                        facts.word("part", Play.Part.TAKES_TIME),
                        facts.number("minSeconds", 1),
                        facts.number("maxSeconds", 1),
                        facts.textByName("variables"),
                        facts.texts("log"),
                        facts.optionalText("summary"),
                        facts.textByWord("reads", Play.Word.class),
                        facts.objects("targets").stream().map(SpecReader::target).toList());
        facts.done();
        return play;
    }

    private static Play.Silence silence(Facts facts) {
        var silence =
                new Play.Silence(
                        facts.text("call"), facts.number("minutes", 1), facts.text("says"));
        facts.done();
        return silence;
    }

    private static Play.Target target(Facts facts) {
        var target =
                new Play.Target(
                        facts.text("type"),
                        facts.texts("or"),
                        facts.text("named"),
                        facts.textByName("with"),
                        facts.optionalText("role"),
                        facts.textByWord("roles", Principal.class),
                        facts.text("missing"),
                        facts.textByName("ready"),
                        facts.optionalText("unready"),
                        facts.optionalObject("silence").map(SpecReader::silence),
                        facts.flag("verified", true));
        facts.done();
        return target;
    }
}
