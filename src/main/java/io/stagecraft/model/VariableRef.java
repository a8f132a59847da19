package io.stagecraft.model;

import java.util.List;
import java.util.regex.Pattern;

/// A use of a variable in a setting: `#{namespace.key}`.
///
/// @param namespace an action's namespace, `variables` for the pipeline's own, or `codepipeline` for what is built in
public record VariableRef(String namespace, String key) {
    /// The namespace of the pipeline's own variables.
    public static final String PIPELINE = "variables";

    /// The namespace of what every execution has, such as `PipelineExecutionId`.
    public static final String BUILT_IN = "codepipeline";

    private static final Pattern FORM =
            Pattern.compile("#\\{([A-Za-z0-9@_-]+)\\.([A-Za-z0-9@_-]+)}");

    /// The variables that `text` uses, in order.
    public static List<VariableRef> in(String text) {
        return FORM.matcher(text)
                .results()
                .map(m -> new VariableRef(m.group(1), m.group(2)))
                .toList();
    }

    /// As a setting spells it.
    public String text() {
        return "#{" + namespace + "." + key + "}";
    }
}
