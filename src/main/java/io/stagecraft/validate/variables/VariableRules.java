package io.stagecraft.validate.variables;

import io.stagecraft.validate.Rule;

import java.util.List;

/// What actions publish and who uses it.
public final class VariableRules {
    private VariableRules() {}

    /// Every rule of this kind, by id.
    public static List<Rule> all() {
        return List.of(
                new VariablesHaveAProducer(),
                new VariablesAreMadeEarlier(),
                new VariableKeysAreKnown(),
                new NamespacesAreUnique(),
                new NamespacesAreNotArtifacts(),
                new NamespacesAreNotReserved(),
                new PipelineVariablesAreDeclared(),
                new SourcesUseNoPipelineVariables(),
                new BuiltInVariablesAreKnown(),
                new PipelineVariablesAreUsed(),
                new VariableReferencesAreWhole(),
                new VariablesHoldNoSecrets());
    }
}
