package io.stagecraft.validate;

import io.stagecraft.blueprint.Planner;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.RuleTypeCatalog;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.model.images.Buildspecs;
import io.stagecraft.validate.advice.AdviceRules;
import io.stagecraft.validate.artifacts.ArtifactRules;
import io.stagecraft.validate.features.FeatureRules;
import io.stagecraft.validate.names.NameRules;
import io.stagecraft.validate.places.PlaceRules;
import io.stagecraft.validate.quotas.QuotaRules;
import io.stagecraft.validate.settings.SettingRules;
import io.stagecraft.validate.structure.StructureRules;
import io.stagecraft.validate.variables.VariableRules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Holds a design against every rule there is. It remembers what it said of actions that stay as they are, so asking again after
/// an edit is quick; the answer is the same as that of a new one.
public final class Validator {
    private static final List<Rule> RULES =
            Stream.of(
                            StructureRules.all(),
                            NameRules.all(),
                            ArtifactRules.all(),
                            SettingRules.all(),
                            VariableRules.all(),
                            FeatureRules.all(),
                            QuotaRules.all(),
                            PlaceRules.all(),
                            AdviceRules.all())
                    .flatMap(List::stream)
                    .toList();

    private static final List<Rule> LOCAL =
            RULES.stream().filter(LocalRule.class::isInstance).toList();
    private static final List<Rule> NEAR =
            RULES.stream().filter(NearRule.class::isInstance).toList();
    private static final List<Rule> WIDE =
            RULES.stream()
                    .filter(r -> !(r instanceof LocalRule) && !(r instanceof NearRule))
                    .toList();

    private final ActionCatalog catalog;
    private final RuleTypeCatalog rules;
    private final Buildspecs buildspecs = new Buildspecs();
    private final RoleSizes sizes;
    private final LocalAnswers local = new LocalAnswers(LOCAL);
    private final FineActions fine = new FineActions(NEAR);

    public Validator(ActionCatalog catalog) {
        this.catalog = catalog;
        this.rules = CatalogFiles.rules();
        this.sizes = new RoleSizes(new Planner(catalog, rules, buildspecs));
    }

    /// Every rule, by id.
    public static List<Rule> rules() {
        return RULES;
    }

    /// Whether advice of this kind is switched off in the design; an error cannot be.
    public static boolean isWaived(Info rule, Design design) {
        return rule.severity() != Severity.ERROR
                && design.waivers().stream().anyMatch(w -> w.rule().equals(rule.id()));
    }

    /// All problems in drawn order, without those whose rule is switched off in the design: first the pipeline's, then stage by stage and action by action; of one thing by rule id.
    public List<Problem> check(Design design) {
        var drawing = Drawing.of(design, catalog, rules, sizes, buildspecs);
        var order = order(design);
        var wide =
                WIDE.stream()
                        .filter(rule -> !isWaived(rule.info(), design))
                        .flatMap(rule -> rule.check(drawing));
        var kept =
                Stream.concat(local.of(drawing), fine.problems(drawing))
                        .filter(p -> !isWaived(p.rule(), design));
        return Stream.concat(wide, kept)
                .sorted(
                        Comparator.<Problem>comparingInt(p -> place(p.about(), order))
                                .thenComparing(p -> p.rule().id()))
                .toList();
    }

    private static Map<Object, Integer> order(Design design) {
        var order = new HashMap<Object, Integer>();
        for (var stage : design.stages()) {
            order.putIfAbsent(stage.id(), order.size());
            stage.actions().forEach(a -> order.putIfAbsent(a.id(), order.size()));
        }
        return order;
    }

    private static int place(About about, Map<Object, Integer> order) {
        return switch (about) {
            case About.Pipeline() -> -2;
            case About.PipelinePart _ -> -1;
            case About.InStage(StageId stage) -> order.getOrDefault(stage, -1);
            case About.InGate(StageId stage, _) -> order.getOrDefault(stage, -1);
            case About.InGateRule(StageId stage, _, _, _) -> order.getOrDefault(stage, -1);
            case About.InAction(ActionId action) -> order.getOrDefault(action, -1);
            case About.Field(ActionId action, _) -> order.getOrDefault(action, -1);
        };
    }
}
