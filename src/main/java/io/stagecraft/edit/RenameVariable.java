package io.stagecraft.edit;

import io.stagecraft.model.Design;
import io.stagecraft.model.Variable;
import io.stagecraft.model.VariableRef;

/// Gives a variable of the pipeline another name, and its uses too.
public record RenameVariable(String from, String to) implements Edit {
    @Override
    public String title() {
        return "Rename variable to " + to;
    }

    @Override
    public Design apply(Design before) {
        if (before.variables().stream().noneMatch(v -> v.name().equals(from))) {
            return before;
        }
        var old = new VariableRef(VariableRef.PIPELINE, from).text();
        var use = new VariableRef(VariableRef.PIPELINE, to).text();
        return Rewrite.texts(before, text -> text.replace(old, use))
                .withVariables(before.variables().stream().map(this::renamed).toList());
    }

    private Variable renamed(Variable v) {
        return v.name().equals(from) ? new Variable(to, v.defaultValue(), v.description()) : v;
    }
}
