package io.stagecraft.model;

import java.util.List;

/// What starts the pipeline by itself: pushes and pull requests of one connection source. V2 only; one per source action.
///
/// @param source the name of the source action it watches
/// @param push 0–3 filters, any of which is enough
/// @param pullRequests 0–3 filters, any of which is enough
public record Trigger(
        String source, List<Push> push, List<PullRequest> pullRequests, Extras extras) {
    /// CodePipeline's only provider type for triggers.
    public static final String PROVIDER = "CodeStarSourceConnection";

    public Trigger {
        push = List.copyOf(push);
        pullRequests = List.copyOf(pullRequests);
    }

    /// A push: tags alone, or branches with or without file paths; all given sides must match.
    public record Push(Patterns tags, Patterns branches, Patterns filePaths) {}

    /// A pull request: target branches, file paths and what happened to it; all given sides must match.
    public record PullRequest(List<Event> events, Patterns branches, Patterns filePaths) {
        public PullRequest {
            events = List.copyOf(events);
        }
    }

    /// What happened to a pull request.
    public enum Event {
        OPEN,
        UPDATED,
        CLOSED
    }
}
