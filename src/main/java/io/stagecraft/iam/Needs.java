package io.stagecraft.iam;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.PermissionSpec;
import io.stagecraft.catalog.Principal;
import io.stagecraft.catalog.RuleTypeSpec;
import io.stagecraft.catalog.When;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Who must be able to do what so that an action can run: the catalogue's permissions, and its way to the artifacts.
///
/// Roles are made from the same answer that the Practice account plays by, so they cannot drift apart.
public final class Needs {
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");

    /// The answer.
    ///
    /// @param gaps what could not be worked out
    public record Found(List<Need> needs, List<Gap> gaps) {
        public Found {
            needs = List.copyOf(needs);
            gaps = List.copyOf(gaps);
        }
    }

    /// What could not be worked out.
    ///
    /// @param who would need it
    /// @param words a sentence that begins with the action's name
    public record Gap(Principal who, String words) {}

    /// What the action at `context` needs; permissions that are only helpful are left out.
    public Found of(ActionSpec spec, ActionContext context) {
        return of(Kind.of(spec), context);
    }

    /// What a rule of a stage condition at `context` needs, where `ACTION_ROLE` is the rule's own role or else the pipeline's.
    public Found of(RuleTypeSpec spec, ActionContext context) {
        return of(Kind.of(spec), context);
    }

    private static Found of(Kind spec, ActionContext context) {
        var facts = new Holds(spec, context);
        var needs = new ArrayList<>(ArtifactNeeds.of(spec, context));
        var gaps = new LinkedHashSet<Gap>();
        for (var permission : spec.permissions()) {
            if (!permission.optional() && facts.holds(permission.when())) {
                var asked = context.withSources(asked(permission.when(), context));
                add(permission, new Fill(spec, asked, facts), asked, needs, gaps);
            }
        }
        return new Found(needs, List.copyOf(gaps));
    }

    /// The sources that a circumstance speaks of.
    private static List<SequencedMap<String, Text>> asked(When when, ActionContext context) {
        return switch (when) {
            case When.InputMadeWith(var key, var value) ->
                    context.sources().stream()
                            .filter(s -> Text.of(value).equals(s.get(key)))
                            .toList();
            case When.All(var parts) ->
                    parts.stream()
                            .map(part -> asked(part, context))
                            .filter(s -> s.size() < context.sources().size())
                            .findFirst()
                            .orElse(context.sources());
            case When.SettingIs _,
                    When.SettingIsNot _,
                    When.SettingHas _,
                    When.SettingIsNo _,
                    When.SettingPresent _,
                    When.SettingAbsent _,
                    When.Inputs _,
                    When.NoInputs _,
                    When.Outputs _,
                    When.NoOutputs _,
                    When.StoreEncrypted _,
                    When.ProjectHas _,
                    When.VariableOfKind _,
                    When.Judged _ ->
                    context.sources();
        };
    }

    private static void add(
            PermissionSpec permission,
            Fill fill,
            ActionContext context,
            List<Need> needs,
            Set<Gap> gaps) {
        var resources = new LinkedHashSet<Text>();
        for (var pattern : permission.on()) {
            var filled = fill.of(pattern);
            resources.addAll(filled);
            if (filled.isEmpty() && !Fill.asksASource(pattern)) {
                gaps.add(gap(context, permission, fill.missing(pattern).orElse(pattern)));
            }
        }
        var conditions = conditions(permission, fill);
        if (conditions.size() < permission.conditions().size()) {
            gaps.add(gap(context, permission, "a value of a condition"));
        } else if (!resources.isEmpty()) {
            needs.add(
                    new Need(
                            permission.who(),
                            sid(permission.allow().getFirst()),
                            permission.allow(),
                            List.copyOf(resources),
                            conditions,
                            why(permission, fill),
                            permission.unscoped().filter(_ -> isOpen(resources))));
        }
    }

    /// With where it is read, for what nobody said in a setting.
    private static String why(PermissionSpec permission, Fill fill) {
        var readIn = permission.on().stream().flatMap(on -> fill.readIn(on).stream()).toList();
        return readIn.isEmpty()
                ? permission.why()
                : permission.why() + " (" + String.join("; ", readIn) + ")";
    }

    /// Whether some resource is a pattern: what is named in full wants no excuse.
    private static boolean isOpen(Set<Text> resources) {
        return resources.stream().anyMatch(r -> r.shown().contains("*"));
    }

    private static List<Statement.Clause> conditions(PermissionSpec permission, Fill fill) {
        var clauses = new ArrayList<Statement.Clause>();
        for (var clause : permission.conditions()) {
            var values = clause.values().stream().flatMap(v -> fill.of(v).stream()).toList();
            var key = fill.of(clause.key());
            if (!values.isEmpty() && !key.isEmpty()) {
                boolean open = values.stream().anyMatch(v -> v.shown().contains("*"));
                clauses.add(
                        new Statement.Clause(
                                open
                                        ? clause.operator().replace("StringEquals", "StringLike")
                                        : clause.operator(),
                                key.getFirst().shown(),
                                values));
            }
        }
        return clauses;
    }

    private static Gap gap(ActionContext context, PermissionSpec permission, String missing) {
        return new Gap(
                permission.who(),
                context.action()
                        + ": "
                        + missing
                        + " is not known here, so "
                        + String.join(", ", permission.allow())
                        + (permission.allow().size() == 1 ? " is" : " are")
                        + " left out ("
                        + permission.why()
                        + ").");
    }

    /// `codebuild:StartBuild` gives `StartBuild`.
    static String sid(String action) {
        return OTHER.matcher(action.substring(action.indexOf(':') + 1)).replaceAll("");
    }
}
