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

    public Trigger withSource(String source) {
        return new Trigger(source, push, pullRequests, extras);
    }

    public Trigger withPush(List<Push> push) {
        return new Trigger(source, push, pullRequests, extras);
    }

    public Trigger withPullRequests(List<PullRequest> pullRequests) {
        return new Trigger(source, push, pullRequests, extras);
    }

    /// A push: tags alone, or branches with or without file paths; all given sides must match.
    public record Push(Patterns tags, Patterns branches, Patterns filePaths) {
        /// Every push.
        public static final Push ANY = new Push(Patterns.NONE, Patterns.NONE, Patterns.NONE);

        public Push withTags(Patterns tags) {
            return new Push(tags, branches, filePaths);
        }

        public Push withBranches(Patterns branches) {
            return new Push(tags, branches, filePaths);
        }

        public Push withFilePaths(Patterns filePaths) {
            return new Push(tags, branches, filePaths);
        }
    }

    /// A pull request: target branches, file paths and what happened to it; all given sides must match.
    public record PullRequest(List<Event> events, Patterns branches, Patterns filePaths) {
        public PullRequest {
            events = List.copyOf(events);
        }

        public PullRequest withEvents(List<Event> events) {
            return new PullRequest(events, branches, filePaths);
        }

        public PullRequest withBranches(Patterns branches) {
            return new PullRequest(events, branches, filePaths);
        }

        public PullRequest withFilePaths(Patterns filePaths) {
            return new PullRequest(events, branches, filePaths);
        }
    }

    /// What happened to a pull request.
    public enum Event {
        OPEN,
        UPDATED,
        CLOSED
    }
}
