package io.stagecraft.validate;

import io.stagecraft.model.Design;

import java.util.List;
import java.util.stream.Stream;

/// For every rule a wrong drawing with what has to be said of it, and a right one.
final class Cases {
    private Cases() {}

    /// @param problems the messages of this rule alone, in order
    record Case(String rule, Design wrong, Design right, List<String> problems) {}

    static List<Case> all() {
        return Stream.of(
                        StructureCases.all(),
                        FlowCases.all(),
                        SettingCases.all(),
                        FeatureCases.all(),
                        ReachCases.all(),
                        AdviceCases.all())
                .flatMap(List::stream)
                .toList();
    }

    static Case of(String rule, Design wrong, Design right, String... problems) {
        return new Case(rule, wrong, right, List.of(problems));
    }
}
