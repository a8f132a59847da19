package io.stagecraft.importer;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.Design;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.ExecutionMode;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Origin;
import io.stagecraft.model.PipelineType;
import io.stagecraft.model.Placeholder;
import io.stagecraft.model.Variable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads what `aws codepipeline get-pipeline` says and what `create-pipeline` takes: with or without the outer `pipeline`.
///
/// Roles, buckets and keys are there already. Where no ARN says in which region it lives, its sources and stores do. An action in
/// another region, or under a role of another account, gets an environment.
/// What a design has no word for is kept in [Extras] beside what it belongs to; what stands beside the pipeline, such as
/// `metadata`, under [Extras#BESIDE] of the design's own.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html">PipelineDeclaration</a>
public final class PipelineJsonImporter {
    private final ActionCatalog catalog;

    public PipelineJsonImporter(ActionCatalog catalog) {
        this.catalog = catalog;
    }

    /// @throws UnreadableImport when `text` is no JSON, or no pipeline
    public ImportReport read(String text) {
        var unknown = new ArrayList<String>();
        var json = object(text);
        var document =
                Part.document(
                        json,
                        unknown,
                        isAnswer(json) ? Placeholder::letters : Placeholder::unescaped);
        var pipeline = pipeline(document);
        document.refuse();
        if (!pipeline.has("stages")) {
            throw refused(
                    text,
                    "There is no pipeline in it: give the answer of `aws codepipeline get-pipeline`, with"
                            + " \"stages\" in it.");
        }
        var design = design(pipeline, document);
        document.refuse();
        return new ImportReport(design, Remarks.on(design, catalog, unknown));
    }

    /// Whether AWS itself said it, so that nothing in it is left to fill in.
    private static boolean isAnswer(Json.Obj document) {
        return document.members().get("metadata") instanceof Json.Obj(var metadata)
                && metadata.get("pipelineArn") instanceof Json.Str(var arn)
                && Literal.is(arn)
                && document.members().get("pipeline") instanceof Json.Obj(var pipeline)
                && pipeline.get("roleArn") instanceof Json.Str(var role)
                && Literal.is(role);
    }

    private static Json.Obj object(String text) {
        try {
            if (Json.parse(text) instanceof Json.Obj object) {
                return object;
            }
            throw new UnreadableImport(
                    "It is JSON, but no object: give the answer of `aws codepipeline get-pipeline`.");
        } catch (UnreadableJson e) {
            throw refused(
                    text,
                    "Line %d, column %d is no JSON (%s): give the answer of `aws codepipeline get-pipeline --output json`."
                            .formatted(e.line(), e.column(), e.getMessage()));
        }
    }

    /// A file of another kind is called what it is.
    private static UnreadableImport refused(String text, String otherwise) {
        var kind = PipelineText.kind(text);
        return new UnreadableImport(kind.isEmpty() ? otherwise : kind);
    }

    private static Part pipeline(Part document) {
        return document.has("pipeline") ? document.neededPart("pipeline") : document;
    }

    private static Design design(Part pipeline, Part document) {
        var name = pipeline.neededText("name");
        var role = pipeline.text("roleArn");
        var arn = arn(document);
        var account = Places.accountIn(arn.isEmpty() ? role.orElse("") : arn);
        var named = Places.regionIn(arn);
        var places =
                new Places(account, named.isEmpty() ? HomeRegion.of(pipeline.unread()) : named);
        var tags = tags(document);
        var type = pipeline.word("pipelineType", PipelineType.class).orElse(PipelineType.V1);
        var mode =
                pipeline.word("executionMode", ExecutionMode.class)
                        .orElse(ExecutionMode.SUPERSEDED);
        var variables = pipeline.parts("variables").stream().map(PipelineJsonImporter::variable);
        var triggers = pipeline.parts("triggers").stream().map(Triggers::trigger);
        var stores = stores(pipeline);
        var stages = new Stages(places).all(pipeline.parts("stages"));
        var design =
                new Design(
                        name,
                        type,
                        mode,
                        role.<Origin>map(Origin.Existing::new).orElse(Origin.CREATE),
                        variables.toList(),
                        triggers.toList(),
                        stores,
                        stages,
                        places.all(),
                        List.of(),
                        tags,
                        List.of(),
                        pipeline.extras());
        if (document == pipeline) {
            return design;
        }
        document.done();
        return design.withExtras(with(design.extras(), document.rest()));
    }

    private static Extras with(Extras extras, SequencedMap<String, Json> beside) {
        if (beside.isEmpty()) {
            return extras;
        }
        var members = new LinkedHashMap<>(extras.members());
        members.put(Extras.BESIDE, new Json.Obj(beside).compact());
        return new Extras(members);
    }

    /// The pipeline's own ARN, which says where it lives.
    private static String arn(Part document) {
        var arn =
                document.part("metadata")
                        .map(metadata -> {
                            var text = metadata.text("pipelineArn");
                            text.ifPresent(t -> metadata.keep("pipelineArn", t));
                            metadata.done();
                            return text.orElse("");
                        });
        return arn.orElse("");
    }

    private static SequencedMap<String, String> tags(Part document) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : document.parts("tags")) {
            tags.put(tag.neededText("key"), tag.text("value").orElse(""));
            tag.done();
        }
        return tags;
    }

    private static Variable variable(Part part) {
        var variable =
                new Variable(
                        part.neededText("name"),
                        part.text("defaultValue"),
                        part.text("description").orElse(""));
        part.done();
        return variable;
    }

    private static List<ArtifactStore> stores(Part pipeline) {
        var stores = new ArrayList<ArtifactStore>();
        pipeline.part("artifactStore").ifPresent(store -> stores.add(store("", store)));
        pipeline.part("artifactStores")
                .ifPresent(byRegion ->
                        byRegion.names()
                                .forEach(region ->
                                        stores.add(store(region, byRegion.neededPart(region)))));
        return stores;
    }

    private static ArtifactStore store(String region, Part part) {
        var bucket = new Origin.Existing(part.neededText("location"));
        var key = part.part("encryptionKey").map(PipelineJsonImporter::key);
        if (part.text("type").filter(t -> !t.equals("S3")).isPresent()) {
            part.note("type", "has to be S3");
        }
        return new ArtifactStore(
                region, bucket, key.orElse(new EncryptionKey.AwsManaged()), part.extras());
    }

    private static EncryptionKey key(Part part) {
        var key = new EncryptionKey.Existing(part.neededText("id"));
        if (part.text("type").filter(t -> !t.equals("KMS")).isPresent()) {
            part.note("type", "has to be KMS");
        }
        part.done();
        return key;
    }
}
