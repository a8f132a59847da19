package io.stagecraft.cli;

import io.stagecraft.aws.Target;

import picocli.CommandLine.Option;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// Where to deploy and run: AWS, the Practice account, or anything that speaks like them.
final class TargetOptions {
    /// Where a Practice account listens unless it is told otherwise.
    static final int PORT = 4780;

    @Option(
            names = "--practice",
            description = "the Practice account on this machine, at 127.0.0.1:" + PORT)
    private boolean practice;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "with --practice: where it listens (default: " + PORT + ")")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--profile", paramLabel = "P", description = "of the AWS configuration")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "R",
            description = "such as eu-west-1 (else AWS_REGION)")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--endpoint-url",
            paramLabel = "U",
            description = "instead of AWS's own address")
    private Optional<URI> endpoint = Optional.empty();

    boolean isPractice() {
        return practice && endpoint.isEmpty();
    }

    /// The Practice account that is meant, whether it is there or not.
    OutsideAccount outside() {
        return new OutsideAccount(port.orElse(PORT));
    }

    /// The same words for another command.
    String words(Target target) {
        return isPractice()
                ? "--practice" + port.map(p -> " --port " + p).orElse("")
                : endpoint.map(u -> "--endpoint-url " + u + " ").orElse("")
                        + profile.map(p -> "--profile " + p + " ").orElse("")
                        + "--region "
                        + target.region();
    }

    /// @throws Refused when nothing says where, or no Practice account listens at the port that was named
    Target target() throws InterruptedException {
        if (port.isPresent()) {
            look(port.get());
        }
        if (practice && profile.isPresent()) {
            throw Refused.input(
                    "--practice and --profile exclude each other: the Practice account knows no profiles.");
        }
        if (isPractice()) {
            return practiceAt(outside().address());
        }
        if (endpoint.isPresent()) {
            return new Target(endpoint.get().toString(), regionOr("eu-west-1"), profile, checked());
        }
        if (profile.isEmpty() && region.isEmpty()) {
            throw Refused.input(
                    "Say where: --practice for the Practice account, or --profile and --region for AWS.");
        }
        var in = regionOr("");
        if (in.isEmpty()) {
            throw Refused.input("Say in which region with --region, such as --region eu-west-1.");
        }
        return new Target(
                profile.map(p -> "profile " + p + " · ").orElse("AWS · ") + in,
                in,
                profile,
                Optional.empty());
    }

    Target practiceAt(URI address) {
        return new Target(
                "Practice account", regionOr("eu-west-1"), Optional.empty(), Optional.of(address));
    }

    private void look(int named) throws InterruptedException {
        if (!isPractice()) {
            throw Refused.input(
                    "--port says where a Practice account listens: it goes with --practice.");
        }
        if (named < 1 || named > 65_535) {
            throw Refused.input("--port " + named + " is no port: they go from 1 to 65535.");
        }
        if (!outside().answers()) {
            throw Refused.failed(
                    "No Practice account listens at 127.0.0.1:"
                            + named
                            + ". Start one with: stagecraft practice --port "
                            + named);
        }
    }

    private String regionOr(String otherwise) {
        return region.or(() ->
                        Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                                .map(System::getenv)
                                .filter(r -> r != null && !r.isBlank())
                                .findFirst())
                .orElse(otherwise);
    }

    private Optional<URI> checked() {
        if (endpoint.filter(u -> u.getScheme() != null && u.getHost() != null).isEmpty()) {
            throw Refused.input(
                    "--endpoint-url "
                            + endpoint.map(URI::toString).orElse("")
                            + " is no address. Write it as http://HOST:PORT.");
        }
        return endpoint;
    }
}
