package io.stagecraft.catalog;

import java.util.List;
import java.util.Optional;

/// The EventBridge event that tells a pipeline of a new revision, where it is not told another way.
///
/// Resources and values are patterns, as in [PermissionSpec].
///
/// @param source such as `aws.ecr`
/// @param detailType such as `ECR Image Action`
/// @param resources ARNs the event is about; empty where its details say it
/// @param details what the event's detail has to say, all of it
/// @param when in which circumstance the event is needed
/// @param note what else somebody has to see to; settings may stand in it
public record StartedBy(
        String source,
        String detailType,
        List<String> resources,
        List<Detail> details,
        When when,
        Optional<String> note) {
    public StartedBy {
        resources = List.copyOf(resources);
        details = List.copyOf(details);
    }

    /// One member of the event's detail.
    ///
    /// @param path such as `bucket.name`
    /// @param values any of which is enough
    public record Detail(String path, List<String> values) {
        public Detail {
            values = List.copyOf(values);
        }
    }
}
