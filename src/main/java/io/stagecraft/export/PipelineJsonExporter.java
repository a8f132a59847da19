package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Placeholder;
import io.stagecraft.model.Stage;
import io.stagecraft.model.Transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The pipeline alone, as `aws codepipeline create-pipeline --cli-input-json` takes it.
///
/// What only deployment knows stands there as `${…}`; a note says what to put in its place.
public final class PipelineJsonExporter {
    /// Members whose `${…}` is the shell's.
    private static final Set<String> COMMANDS = Set.of("commands", "outputVariables");

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
                                filled(
                                                Foreign.into(
                                                        input.done(),
                                                        Foreign.beside(pipeline.design())),
                                                notes)
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

    /// The API knows no placeholders: they stay for whoever fills them in, and what is to stay letters is letters now.
    private static Doc filled(Doc value, List<String> notes) {
        return switch (value) {
            case Doc.Obj(var members) -> {
                var object = new Doc.Building();
                members.forEach((name, inner) ->
                        object.put(name, COMMANDS.contains(name) ? inner : filled(inner, notes)));
                yield object.done();
            }
            case Doc.Arr(var items) ->
                    new Doc.Arr(items.stream().map(i -> filled(i, notes)).toList());
            case Doc.Str(var text) -> Doc.of(Placeholder.fill(text, p -> open(p, notes)));
            case Doc.Noted(_, var inner) -> filled(inner, notes);
            case Doc.Num _,
                    Doc.Bool _,
                    Doc.Nothing _,
                    Doc.Ref _,
                    Doc.GetAtt _,
                    Doc.Sub _,
                    Doc.Plain _ ->
                    value;
        };
    }

    private static String open(Placeholder piece, List<String> notes) {
        return switch (piece) {
            case Placeholder.Letters(var letters) -> letters;
            case Placeholder.Here(var written, _) -> open(written, notes);
            case Placeholder.Asked(var written, _) -> open(written, notes);
        };
    }

    private static String open(String written, List<String> notes) {
        notes.add("Only deployment knows " + written + ": put the real value in its place.");
        return written;
    }

    private static Doc of(Text text, ArrayList<String> notes) {
        if (!text.isLiteral()) {
            notes.add(
                    "Only deployment knows " + text.shown() + ": put the real value in its place.");
        }
        return Doc.of(text.shown());
    }
}
