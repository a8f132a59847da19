package io.stagecraft.model.images;

import io.stagecraft.model.EnvironmentVariable;
import io.stagecraft.model.Literal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The images that a build pushes and pulls, as far as its buildspec and the values handed to it make certain.
///
/// A repository is told by its URI, whose registry may be a variable that nobody knows: `$REGISTRY/acme/orders:1`. A name without a
/// registry is Docker Hub's.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-ecr-image.html">Pushing to a repository</a>
public final class ImageUses {
    /// What is done with an image.
    public enum Way {
        PUSH,
        PULL
    }

    /// An image that a build uses.
    ///
    /// @param reference with [ShellValues#UNKNOWN] for what nobody knows
    /// @param readIn the phase and how the command begins, such as `build: docker push $REGISTRY/orders:1`
    public record Use(Way way, String reference, String readIn) {}

    private static final int SHOWN = 80;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Those of regions abroad and in China, with FIPS, and for IPv6.
    ///
    /// @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html">Requests over IPv6</a>
    /// @see <a href="https://docs.aws.amazon.com/general/latest/gr/ecr.html">Endpoints</a>
    private static final Pattern IMAGE =
            Pattern.compile(
                    "(?:\\00+|(\\d{12}|(?=\\d*\\00)[0-9\\00]++)\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9\\00-]+)\\.?"
                            + "(?:\\00|amazonaws\\.com(?:\\.cn)?|on\\.aws|on\\.amazonwebservices\\.com\\.cn)"
                            + "|(?=\\d*\\00)[0-9\\00]++(?<=\\00)[.\\00]*\\.amazonaws\\.com(?:\\.cn)?)"
                            + "/([a-z0-9._/-]+)(?::[^/]*)?(?:@.*)?",
                    Pattern.DOTALL);

    /// A use of what may be a repository of ECR.
    private record Told(
            Use use, Optional<String> account, Optional<String> region, String repository) {
        static Stream<Told> of(Use use) {
            var image = IMAGE.matcher(use.reference());
            return image.matches()
                    ? Stream.of(
                            new Told(
                                    use,
                                    Optional.ofNullable(image.group(1)),
                                    Optional.ofNullable(image.group(2)),
                                    image.group(3)))
                    : Stream.empty();
        }
    }

    private final List<Told> told;

    private ImageUses(List<Use> uses) {
        told = uses.stream().flatMap(Told::of).toList();
    }

    /// What one build uses.
    ///
    /// @param buildspec the text; where it is a path or an ARN, nobody knows
    /// @param variables of the project, then of whoever starts the build: later ones hide earlier ones, and all hide the
    /// buildspec's
    /// @param region where it builds; empty where nobody knows
    /// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html">Environment variables in build environments</a>
    public static ImageUses of(
            String buildspec, List<EnvironmentVariable> variables, String region) {
        return of(BuildSteps.in(buildspec), variables, region);
    }

    static ImageUses of(
            Optional<BuildSteps> read, List<EnvironmentVariable> variables, String region) {
        return read.map(steps -> new ImageUses(uses(steps, start(steps, variables, region))))
                .orElseGet(() -> new ImageUses(List.of()));
    }

    private static ShellValues start(
            BuildSteps steps, List<EnvironmentVariable> variables, String region) {
        var values = new ShellValues();
        if (!region.isEmpty() && Literal.is(region)) {
            values.hand("AWS_REGION", region);
            values.hand("AWS_DEFAULT_REGION", region);
        }
        steps.variables().forEach(values::hand);
        for (var variable : variables) {
            if (variable.kind() == EnvironmentVariable.Kind.PLAINTEXT) {
                values.hand(variable.name(), variable.value());
            } else {
                values.forget(variable.name());
            }
        }
        return values;
    }

    private static List<Use> uses(BuildSteps steps, ShellValues start) {
        var uses = new ArrayList<Use>();
        var made = new HashSet<String>();
        var run = new ShellRun(start.copy());
        for (var step : steps.steps()) {
            var shell = steps.oneShell() ? run : new ShellRun(start.copy());
            for (var call : shell.of(step.command())) {
                var readIn = step.phase() + ": " + shown(call.text());
                for (var touch : ImageTools.of(call)) {
                    way(touch, made)
                            .ifPresent(way -> uses.add(new Use(way, touch.reference(), readIn)));
                }
            }
        }
        return uses.stream().distinct().toList();
    }

    /// @param made what the build has made itself so far: nobody pulls that
    private static Optional<Way> way(ImageTools.Touch touch, Set<String> made) {
        return switch (touch.deed()) {
            case PUSH -> Optional.of(Way.PUSH);
            case PULL -> Optional.of(Way.PULL);
            case RUN -> made.contains(touch.reference()) ? Optional.empty() : Optional.of(Way.PULL);
            case MAKE -> {
                made.add(touch.reference());
                yield Optional.empty();
            }
        };
    }

    private static String shown(String command) {
        var line = SPACE.matcher(command.strip()).replaceAll(" ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }

    /// All that may be of ECR, whoever's repository it is.
    public Stream<Use> all() {
        return told.stream().map(Told::use);
    }

    /// Those of a repository.
    ///
    /// @param account where the repository is, or empty where nobody knows; a URI of another account is another repository
    /// @param region likewise
    public Stream<Use> in(String account, String region, String repository) {
        return told.stream()
                .filter(t ->
                        t.repository().equals(repository)
                                && fits(account, t.account())
                                && fits(region, t.region()))
                .map(Told::use);
    }

    private static boolean fits(String known, Optional<String> told) {
        return !Literal.is(known)
                || known.isEmpty()
                || told.isEmpty()
                || told.get().indexOf(ShellValues.UNKNOWN) >= 0
                || known.equals(told.get());
    }
}
