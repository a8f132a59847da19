package io.stagecraft.drawn;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.catalog.CompanionKind;
import io.stagecraft.catalog.Drop;
import io.stagecraft.catalog.FieldKind;
import io.stagecraft.catalog.FieldSpec;
import io.stagecraft.catalog.Play;
import io.stagecraft.catalog.Traits;
import io.stagecraft.catalog.When;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Ordered;
import io.stagecraft.model.PipelineType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A few action types with made-up facts, so that tests of edits do not hang on what AWS offers.
public final class SmallCatalog implements ActionCatalog {
    public static final ActionType REPOSITORY = ActionType.aws(Category.SOURCE, "Repository");
    public static final ActionType BUILDER = ActionType.aws(Category.BUILD, "Builder");
    public static final ActionType TESTER = ActionType.aws(Category.TEST, "Tester");
    public static final ActionType STACK = ActionType.aws(Category.DEPLOY, "Stack");
    public static final ActionType ASK = ActionType.aws(Category.APPROVAL, "Manual");

    private final Map<ActionType, ActionSpec> specs = new LinkedHashMap<>();

    public SmallCatalog() {
        put(
                REPOSITORY,
                new Bounds(0, 0),
                new Bounds(1, 1),
                List.of(
                        field(
                                "Connection",
                                FieldKind.ARN,
                                true,
                                CompanionKind.CONNECTION,
                                FieldSpec.Form.ARN),
                        field("Branch", FieldKind.TEXT, true, null, null)),
                new Drop(
                        "Source",
                        Optional.of("SourceVariables"),
                        map("Branch", "main"),
                        0,
                        List.of("SourceOutput"),
                        List.of()));
        put(
                BUILDER,
                new Bounds(1, 5),
                new Bounds(0, 5),
                List.of(
                        field(
                                "ProjectName",
                                FieldKind.TEXT,
                                true,
                                CompanionKind.BUILD_PROJECT,
                                FieldSpec.Form.NAME),
                        field("PrimarySource", FieldKind.INPUT, false, null, null)),
                new Drop(
                        "Build",
                        Optional.of("BuildVariables"),
                        map(),
                        1,
                        List.of("BuildOutput"),
                        List.of()));
        put(
                TESTER,
                new Bounds(1, 5),
                new Bounds(0, 5),
                List.of(
                        field(
                                "ProjectName",
                                FieldKind.TEXT,
                                true,
                                CompanionKind.BUILD_PROJECT,
                                FieldSpec.Form.NAME)),
                new Drop("Test", Optional.empty(), map(), 1, List.of(), List.of()));
        put(
                STACK,
                new Bounds(0, 10),
                new Bounds(0, 1),
                List.of(
                        field("TemplatePath", FieldKind.INPUT_PATH, true, null, null),
                        field(
                                "RoleArn",
                                FieldKind.ARN,
                                true,
                                CompanionKind.STACK_ROLE,
                                FieldSpec.Form.ARN)),
                new Drop(
                        "Deploy",
                        Optional.empty(),
                        map("TemplatePath", "{input}::template.yml"),
                        1,
                        List.of(),
                        List.of()));
        put(
                ASK,
                new Bounds(0, 0),
                new Bounds(0, 0),
                List.of(
                        field(
                                "NotificationArn",
                                FieldKind.ARN,
                                false,
                                CompanionKind.TOPIC,
                                FieldSpec.Form.ARN)),
                new Drop("Approve", Optional.empty(), map(), 0, List.of(), List.of()));
    }

    @Override
    public Optional<ActionSpec> find(ActionType type) {
        return Optional.ofNullable(specs.get(type));
    }

    @Override
    public List<ActionSpec> all() {
        return List.copyOf(specs.values());
    }

    private void put(
            ActionType type, Bounds inputs, Bounds outputs, List<FieldSpec> fields, Drop drop) {
        specs.put(
                type,
                new ActionSpec(
                        type,
                        type.provider(),
                        "",
                        "",
                        "https://docs.aws.amazon.com/",
                        "2026-01-01",
                        Optional.empty(),
                        Set.of(PipelineType.V1, PipelineType.V2),
                        inputs,
                        outputs,
                        fields,
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        ActionSpec.Mover.ACTION_ROLE,
                        60,
                        false,
                        ActionSpec.Reach.YES,
                        ActionSpec.Reach.YES,
                        ActionSpec.Status.CURRENT,
                        List.of(),
                        drop,
                        new Play(
                                Play.Part.TAKES_TIME,
                                1,
                                2,
                                new LinkedHashMap<>(),
                                List.of(),
                                Optional.empty(),
                                new LinkedHashMap<>(),
                                List.of()),
                        Optional.empty(),
                        List.of(),
                        Traits.NONE,
                        true));
    }

    private static FieldSpec field(
            String key,
            FieldKind kind,
            boolean required,
            @org.jspecify.annotations.Nullable CompanionKind companion,
            FieldSpec.@org.jspecify.annotations.Nullable Form form) {
        return new FieldSpec(
                key,
                key,
                kind,
                "",
                required ? Optional.of(When.ALWAYS) : Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                new LinkedHashMap<>(),
                companion == null || form == null
                        ? Optional.empty()
                        : Optional.of(new FieldSpec.CompanionUse(companion, form)));
    }

    private static java.util.SequencedMap<String, String> map(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Ordered.copy(map);
    }
}
