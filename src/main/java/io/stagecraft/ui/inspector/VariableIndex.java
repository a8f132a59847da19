package io.stagecraft.ui.inspector;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.Stage;
import io.stagecraft.model.VariableRef;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which variables an action may use, and who makes them.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html">Variables reference</a>
final class VariableIndex {
    private static final List<String> BUILT_IN = List.of("PipelineExecutionId");

    private final Design design;
    private final ActionCatalog catalog;

    VariableIndex(Design design, ActionCatalog catalog) {
        this.design = design;
        this.catalog = catalog;
    }

    /// A variable to choose.
    ///
    /// @param from who makes it, such as "GitHub, Source stage"
    record Offer(VariableRef use, String from) {}

    /// What may be used where the actions of `before` are over: the pipeline's own, what earlier actions make, what is built in.
    private List<Offer> offers(Predicate<ActionId> before) {
        var offers = new ArrayList<Offer>();
        design.variables()
                .forEach(v ->
                        offers.add(
                                new Offer(
                                        new VariableRef(VariableRef.PIPELINE, v.name()),
                                        "the pipeline")));
        design.actions()
                .filter(a -> before.test(a.id()))
                .forEach(a ->
                        a.namespace()
                                .ifPresent(n ->
                                        keys(a, n)
                                                .forEach(k ->
                                                        offers.add(
                                                                new Offer(
                                                                        new VariableRef(n, k),
                                                                        place(a))))));
        BUILT_IN.forEach(k ->
                offers.add(new Offer(new VariableRef(VariableRef.BUILT_IN, k), "every execution")));
        return offers;
    }

    /// The offers that the unfinished `#{…` before `caret` may mean; empty when there is none.
    List<Offer> completions(Predicate<ActionId> before, String text, int caret) {
        return begun(text, caret)
                .map(typed ->
                        offers(before).stream()
                                .filter(o ->
                                        o.use()
                                                .text()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(typed.toLowerCase(Locale.ROOT)))
                                .toList())
                .orElse(List.of());
    }

    /// What stands between the last `#{` before `caret` and `caret`, when it is not closed.
    static Optional<String> begun(String text, int caret) {
        var before = text.substring(0, Math.min(caret, text.length()));
        int open = before.lastIndexOf("#{");
        return open < 0 || before.indexOf('}', open) >= 0
                ? Optional.empty()
                : Optional.of(before.substring(open + 2));
    }

    /// `text` with the unfinished use before `caret` replaced by `use`.
    static String completed(String text, int caret, VariableRef use) {
        int open = text.substring(0, caret).lastIndexOf("#{");
        var rest = text.substring(caret);
        return text.substring(0, open)
                + use.text()
                + (rest.startsWith("}") ? rest.substring(1) : rest);
    }

    /// Who makes what `text` uses, in a line; empty when it uses nothing.
    String producers(String text) {
        return VariableRef.in(text).stream()
                .map(this::producer)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String producer(VariableRef use) {
        return switch (use.namespace()) {
            case VariableRef.PIPELINE ->
                    design.variables().stream().anyMatch(v -> v.name().equals(use.key()))
                            ? "from the pipeline"
                            : "no variable of the pipeline is called " + use.key();
            case VariableRef.BUILT_IN -> "from every execution";
            default ->
                    design.actions()
                            .filter(a -> a.namespace().filter(use.namespace()::equals).isPresent())
                            .findFirst()
                            .map(a -> "from " + place(a))
                            .orElse("nobody has the namespace " + use.namespace());
        };
    }

    private String place(Action action) {
        return action.name()
                + design.stageOf(action.id())
                        .map(Stage::name)
                        .map(s -> ", " + s + " stage")
                        .orElse("");
    }

    /// What is always there, what a Commands action exports, and what somebody uses already.
    private List<String> keys(Action action, String namespace) {
        var keys = new LinkedHashSet<String>();
        catalog.find(action.type()).map(ActionSpec::variables).ifPresent(keys::addAll);
        keys.addAll(action.outputVariables());
        texts().flatMap(t -> VariableRef.in(t).stream())
                .filter(u -> u.namespace().equals(namespace))
                .forEach(u -> keys.add(u.key()));
        return List.copyOf(keys);
    }

    private Stream<String> texts() {
        return design.actions()
                .flatMap(a ->
                        Stream.concat(
                                a.settings().values().stream(),
                                a.environmentVariables().stream().map(v -> v.value())));
    }
}
