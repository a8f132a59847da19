package io.stagecraft.catalog;

import java.util.List;

/// A circumstance of an action in which a field is required or a permission is needed.
public sealed interface When {
    /// The setting has one of the values; an absent setting counts as its default.
    record SettingIs(String key, List<String> values) implements When {
        public SettingIs {
            values = List.copyOf(values);
        }
    }

    /// The setting, or its default, is there and has none of the values.
    record SettingIsNot(String key, List<String> values) implements When {
        public SettingIsNot {
            values = List.copyOf(values);
        }
    }

    /// The setting is a list, and one of the values is in it.
    record SettingHas(String key, List<String> values) implements When {
        public SettingHas {
            values = List.copyOf(values);
        }
    }

    /// The setting is there and has not this form.
    record SettingIsNo(String key, TextForm form) implements When {}

    /// The setting is there and not empty.
    record SettingPresent(String key) implements When {}

    /// The setting is not there, or empty.
    record SettingAbsent(String key) implements When {}

    /// The action reads at least this many artifacts.
    record Inputs(int atLeast) implements When {}

    /// The action reads no artifact.
    record NoInputs() implements When {}

    /// The action makes at least this many artifacts.
    record Outputs(int atLeast) implements When {}

    /// The action makes no artifact.
    record NoOutputs() implements When {}

    /// The artifact store of the action's region has a customer managed key.
    record StoreEncrypted() implements When {}

    /// The build project that the action names has this feature, one of [#FEATURES].
    record ProjectHas(String feature) implements When {
        public static final List<String> FEATURES =
                List.of(
                        "reports",
                        "vpc",
                        "cache",
                        "private-image",
                        "pushes-image",
                        "pulls-image",
                        "parameter-store",
                        "secrets-manager",
                        "batch");
    }

    /// The action or the project hands on an environment variable of this kind, such as `SECRETS_MANAGER`.
    record VariableOfKind(String kind) implements When {}

    /// A source of the same pipeline has this value for its setting, and the action reads its artifact.
    record InputMadeWith(String key, String value) implements When {}

    /// All of these at once.
    record All(List<When> parts) implements When {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// A circumstance that only a person can judge, in words; a permission under it is left out and said to be.
    record Judged(String words) implements When {}

    /// Always.
    When ALWAYS = new All(List.of());
}
