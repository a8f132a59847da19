package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Caller;

import software.amazon.awssdk.services.cloudformation.model.*;

/// Operations on what stacks export to each other.
final class ExportOperations {
    private final Timeline time;
    private final Stacks stacks;

    ExportOperations(Timeline time, Stacks stacks) {
        this.time = time;
        this.stacks = stacks;
    }

    ListExportsResponse exports(Caller caller, ListExportsRequest request) {
        return time.ask(() ->
                ListExportsResponse.builder()
                        .exports(
                                stacks.exports()
                                        .of(caller.region())
                                        .map(e ->
                                                Export.builder()
                                                        .exportingStackId(e.getKey().id)
                                                        .name(e.getValue().exportName())
                                                        .value(e.getValue().outputValue())
                                                        .build())
                                        .toList())
                        .build());
    }

    ListImportsResponse imports(Caller caller, ListImportsRequest request) {
        return time.ask(() -> {
            var importers = stacks.exports().importers(caller.region(), request.exportName());
            if (importers.isEmpty()) {
                throw Wording.invalid(
                        "Export '" + request.exportName() + "' is not imported by any stack.");
            }
            return ListImportsResponse.builder().imports(importers).build();
        });
    }
}
