package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;

import java.util.ArrayList;
import java.util.List;

/// The pipeline alone, as `aws codepipeline create-pipeline --cli-input-json` takes it.
///
/// What only deployment knows stands there as `${…}`; a note says what to put in its place.
public final class PipelineJsonExporter {
    /// One file, with the members that an import brought along.
    public Bundle write(Blueprint blueprint) {
        var pipeline = Designs.pipeline(blueprint);
        var notes = new ArrayList<String>();
        var body =
                new PipelineBody(Spelling.api(), pipeline, text -> of(text, notes))
                        .members()
                        .done();
        var input = new Doc.Building().put("pipeline", body);
        input.each(
                "tags",
                pipeline.design().tags().entrySet().stream().toList(),
                tag ->
                        new Doc.Building()
                                .put("key", tag.getKey())
                                .put("value", tag.getValue())
                                .done());
        pipeline.design().stages().stream()
                .filter(stage -> stage.inbound() instanceof Transition.Closed)
                .map(Stage::name)
                .forEach(stage ->
                        notes.add(
                                "The closed transition into "
                                        + stage
                                        + " is no part of a pipeline's structure: close it with"
                                        + " `aws codepipeline disable-stage-transition`."));
        return new Bundle(
                List.of(
                        new Bundle.TextFile(
                                fileName(blueprint.pipeline()) + ".pipeline.json",
                                Foreign.into(input.done(), Foreign.beside(pipeline.design()))
                                        .json()
                                        .pretty())),
                notes.stream().distinct().toList());
    }

    /// A name that AWS refuses may hold anything, the way out of the folder too.
    private static String fileName(String pipeline) {
        return pipeline.isBlank() // a dot alone would hide the file
                ? "pipeline"
                : pipeline.replaceAll("[^A-Za-z0-9.@_-]", "-");
    }

    private static Doc of(Text text, ArrayList<String> notes) {
        if (!text.isLiteral()) {
            notes.add(
                    "Only deployment knows " + text.shown() + ": put the real value in its place.");
        }
        return Doc.of(text.shown());
    }
}
