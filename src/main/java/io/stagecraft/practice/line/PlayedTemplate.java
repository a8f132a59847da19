package io.stagecraft.practice.line;

import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.practice.stack.Standing;

import software.amazon.awssdk.services.cloudformation.model.Parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The template of a deployed stack, as far as it can be known: nobody built it. Its parameters are those that the action sets,
/// its outputs those that other actions ask for, and its resources a stand-in of each kind that the stack's role is said to
/// create, besides a handle that is another one for every artifact, so that a new artifact is a change.
///
/// @param parameters values by name
/// @param outputs values by name
record PlayedTemplate(
        String artifact,
        SequencedMap<String, String> parameters,
        List<Standing> standing,
        Map<String, String> outputs) {
    /// The values in `ParameterOverrides`; whatever only a run of the build knows stands there as it is written.
    static SequencedMap<String, String> overrides(String json) {
        var values = new LinkedHashMap<String, String>();
        try {
            if (!json.isBlank() && Json.parse(json) instanceof Json.Obj(var members)) {
                members.forEach((name, value) -> values.put(name, plain(value)));
            }
        } catch (UnreadableJson e) {
            return new LinkedHashMap<>(); // the declaration was taken: what it says is not for
            // playing to judge
        }
        return values;
    }

    private static String plain(Json value) {
        return value instanceof Json.Str(var text) ? text : value.compact();
    }

    List<Parameter> given() {
        return parameters.entrySet().stream()
                .map(p ->
                        Parameter.builder()
                                .parameterKey(p.getKey())
                                .parameterValue(p.getValue())
                                .build())
                .toList();
    }

    /// As CloudFormation takes it.
    String text() {
        var template = new LinkedHashMap<String, Json>();
        template.put(
                "Description",
                Json.of("Played by the Practice account: stands for the template in the artifact"));
        if (!parameters.isEmpty()) {
            var declared = new LinkedHashMap<String, Json>();
            parameters
                    .keySet()
                    .forEach(name -> declared.put(name, object("Type", Json.of("String"))));
            template.put("Parameters", new Json.Obj(declared));
        }
        template.put("Resources", resources());
        if (!outputs.isEmpty()) {
            var told = new LinkedHashMap<String, Json>();
            outputs.forEach((name, value) -> told.put(name, object("Value", Json.of(value))));
            template.put("Outputs", new Json.Obj(told));
        }
        return new Json.Obj(template).compact();
    }

    private Json resources() {
        var resources = new LinkedHashMap<String, Json>();
        var handle = new LinkedHashMap<String, Json>();
        handle.put("Type", Json.of("AWS::CloudFormation::WaitConditionHandle"));
        handle.put("Metadata", object("Artifact", Json.of(artifact)));
        resources.put("Played", new Json.Obj(handle));
        for (var one : standing) {
            var body = new LinkedHashMap<String, Json>();
            body.put("Type", Json.of(one.type()));
            body.put("Properties", Json.texts(new LinkedHashMap<>(one.properties())));
            resources.put(one.key(), new Json.Obj(body));
        }
        return new Json.Obj(resources);
    }

    private static Json object(String name, Json value) {
        var object = new LinkedHashMap<String, Json>();
        object.put(name, value);
        return new Json.Obj(object);
    }
}
