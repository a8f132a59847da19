package io.stagecraft.cli;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;
import io.stagecraft.model.StageId;
import io.stagecraft.validate.About;

import java.util.Optional;

/// What a problem is about, as people and programs read it.
///
/// @param stage and action are names; empty where it is not about one
record Places(
        Optional<String> stage,
        Optional<String> action,
        Optional<String> field,
        Optional<String> id) {
    static Places of(About about, Design design) {
        return switch (about) {
            case About.Pipeline() -> none();
            case About.PipelinePart(var part, var name) ->
                    new Places(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(name.isEmpty() ? part : part + "/" + name),
                            Optional.empty());
            case About.InStage(var id) -> stage(id, Optional.empty(), design);
            case About.InGate(var id, var moment) -> stage(id, Optional.of(moment.word()), design);
            case About.InGateRule(var id, var moment, var rule, var field) ->
                    stage(id, Optional.of(moment.word() + "[" + rule + "]." + field), design);
            case About.InAction(var id) -> action(id, Optional.empty(), design);
            case About.Field(var id, var field) -> action(id, Optional.of(field), design);
        };
    }

    private static Places none() {
        return new Places(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Places stage(StageId id, Optional<String> field, Design design) {
        return new Places(
                design.stage(id).map(s -> s.name()),
                Optional.empty(),
                field,
                Optional.of(id.value()));
    }

    private static Places action(ActionId id, Optional<String> field, Design design) {
        return new Places(
                design.stageOf(id).map(s -> s.name()),
                design.action(id).map(a -> a.name()),
                field,
                Optional.of(id.value()));
    }

    /// Such as `Build/Compile.ProjectName`; `pipeline` where it is about the whole.
    String words() {
        var thing = stage.map(s -> s + action.map(a -> "/" + a).orElse("")).orElse("pipeline");
        return thing + field.map(f -> "." + f).orElse("");
    }
}
