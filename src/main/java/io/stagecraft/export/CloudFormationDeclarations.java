package io.stagecraft.export;

import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Text;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The declarations of one stack as they come together, with what is the same for all of them.
final class CloudFormationDeclarations {
    private static final String PROPERTIES = "Properties";

    private final CloudFormationText text;
    private final SequencedMap<String, String> tags;
    private final PolicyDocument policies;
    private final Doc.Building out = new Doc.Building();

    CloudFormationDeclarations(CloudFormationText text, SequencedMap<String, String> tags) {
        this.text = text;
        this.tags = tags;
        this.policies = new PolicyDocument(text::of);
    }

    Doc.Obj done() {
        var filled = new Doc.Building();
        out.done()
                .members()
                .forEach((key, declaration) -> filled.put(key, filled((Doc.Obj) declaration)));
        return filled.done();
    }

    /// Only properties may hold functions.
    private Doc filled(Doc.Obj declaration) {
        var body = new Doc.Building();
        declaration
                .members()
                .forEach((name, value) ->
                        body.put(name, name.equals(PROPERTIES) ? text.filled(value) : value));
        return body.done();
    }

    Doc text(Text value) {
        return text.of(value);
    }

    Doc policy(Policy policy) {
        return policies.of(policy);
    }

    void put(String key, Doc.Obj declaration) {
        out.put(key, declaration);
    }

    /// Declares what goes with its stack.
    void plain(String key, String type, Doc.Building properties) {
        declared(key, type, List.of(), properties);
    }

    /// @param after keys of resources to wait for, where the properties do not refer to them
    void declared(String key, String type, List<String> after, Doc.Building properties) {
        var body = properties.done();
        var known = body.references().collect(Collectors.toSet()); // CloudFormation waits for these
        out.put(
                key,
                new Doc.Building()
                        .put("Type", type)
                        .strings(
                                "DependsOn",
                                after.stream().filter(r -> !known.contains(r)).toList())
                        .put(PROPERTIES, body)
                        .done());
    }

    /// What holds artifacts, or opens them, outlives the stack.
    void kept(String key, String type, Doc.Building properties) {
        kept(key, type, Optional.empty(), properties);
    }

    void kept(String key, String type, Optional<Doc> metadata, Doc.Building properties) {
        out.put(
                key,
                new Doc.Building()
                        .put("Type", type)
                        .maybe("Metadata", metadata)
                        .put("DeletionPolicy", "Retain")
                        .put("UpdateReplacePolicy", "Retain")
                        .put(PROPERTIES, properties.done())
                        .done());
    }

    /// The design's tags; nothing where it has none.
    Optional<Doc> tags() {
        return tags.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Doc.Arr(
                                tags.entrySet().stream()
                                        .<Doc>map(t ->
                                                new Doc.Building()
                                                        .put("Key", t.getKey())
                                                        .put("Value", t.getValue())
                                                        .done())
                                        .toList()));
    }

    static Doc object(String name, Doc value) {
        return new Doc.Building().put(name, value).done();
    }
}
