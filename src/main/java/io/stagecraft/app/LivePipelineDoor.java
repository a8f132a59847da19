package io.stagecraft.app;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.LivePipelines;
import io.stagecraft.aws.Runs;
import io.stagecraft.aws.Target;
import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.importer.PipelineJsonImporter;
import io.stagecraft.importer.UnreadableImport;
import io.stagecraft.ui.live.LiveDoor;
import io.stagecraft.ui.shell.Documents;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Running pipelines as designs, the way `stagecraft import --live` makes them.
record LivePipelineDoor(ActionCatalog catalog, Function<Target, Runs> runs) implements LiveDoor {
    @Override
    public List<String> list(Target target) throws AwsRefusal {
        return runs.apply(target).pipelines();
    }

    @Override
    public Documents.Imported read(Target target, String name)
            throws AwsRefusal, Documents.Trouble {
        try (var pipelines = new LivePipelines(target)) {
            var found = pipelines.read(name);
            var report = new PipelineJsonImporter(catalog).read(found.document());
            return new Documents.Imported(
                    found.beside(report.design()),
                    Stream.concat(found.notes().stream(), report.notes().stream()).toList());
        } catch (UnreadableImport problem) {
            throw new Documents.Trouble(
                    "What AWS answers for " + name + ": " + problem.getMessage());
        }
    }
}
