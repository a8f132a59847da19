package io.stagecraft.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is around the builds of a project: where they reach, what they keep from one to the next, how long they queue.
///
/// @param network the VPC that they build in; none is CodeBuild's own network
/// @param queuedMinutes how long a build may wait for a machine, 5–480
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html">CreateProject</a>
public record BuildSurroundings(Optional<Network> network, Cache cache, int queuedMinutes) {
    /// As CodeBuild has them when nobody says anything: eight hours in the queue, no VPC, no cache.
    public static final BuildSurroundings USUAL =
            new BuildSurroundings(Optional.empty(), new Cache.None(), 480);

    /// A VPC that is there already, by ids.
    ///
    /// @param subnets private ones with a way out, such as a NAT gateway, as CodeBuild gives its builds no public address
    public record Network(String vpc, List<String> subnets, List<String> securityGroups) {
        public Network {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /// What a build finds of the one before it. The buildspec says under `cache` which folders.
    public sealed interface Cache {
        /// Nothing.
        record None() implements Cache {}

        /// A bucket that is there already.
        ///
        /// @param location the bucket's name, and after `/` a folder in it, where there is one
        record InS3(String location) implements Cache {}

        /// The machine's disk, while CodeBuild keeps the machine; never in a VPC.
        record Local(Set<Mode> modes) implements Cache {
            public Local {
                modes = Collections.unmodifiableSet(new TreeSet<>(modes));
            }
        }
    }

    /// What is kept on the machine's disk.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/caching-local.html">Local caching</a>
    public enum Mode {
        /// Git's own files of a full clone.
        SOURCE,
        /// Layers of Docker images; takes a project that may run Docker.
        DOCKER_LAYER,
        /// The folders that the buildspec names.
        CUSTOM;

        /// As CodeBuild calls it, such as `LOCAL_CUSTOM_CACHE`.
        public String word() {
            return "LOCAL_" + name() + "_CACHE";
        }
    }

    public BuildSurroundings withNetwork(Optional<Network> network) {
        return new BuildSurroundings(network, cache, queuedMinutes);
    }

    public BuildSurroundings withCache(Cache cache) {
        return new BuildSurroundings(network, cache, queuedMinutes);
    }

    public BuildSurroundings withQueuedMinutes(int queuedMinutes) {
        return new BuildSurroundings(network, cache, queuedMinutes);
    }
}
