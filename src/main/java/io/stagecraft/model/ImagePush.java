package io.stagecraft.model;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the commands of a build, and the values handed to them, tell of images that it pushes.
///
/// A repository is told by its URI, whose registry may be a variable, `$REGISTRY/acme/orders:1`, or by its bare name as the
/// value of a variable, `REPOSITORY=acme/orders`. A bare name anywhere else is a word like any other.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/docker-push-ecr-image.html">Pushing to a repository</a>
public final class ImagePush {
    private static final Pattern PUSH =
            Pattern.compile(
                    "\\b(?:docker|podman|buildah|finch|nerdctl)\\b[^\\n|;&]*?\\s(?:--)?push\\b"
                            + "|\\btype=registry\\b");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:- )?#.*$");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*|\\n\\s+(?=--)");

    private static final String REGISTRY =
            "(?:(\\d{12})\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?"
                    + "|[^\\s\"'=,/]*(?:\\.amazonaws\\.com(?:\\.cn)?|\\$[^\\s\"'=,/]*))/";

    /// After a colon without a space there is a tag.
    private static final String AS_VALUE = "(?<==|[=:][ \"']|[=:] [\"'])";

    private static final Pattern ARN =
            Pattern.compile("arn:[^:]*:ecr:([^:]*):([^:]*):repository/(.+)");

    private final String text;
    private final boolean pushes;

    private ImagePush(String text) {
        this.text = text;
        this.pushes = PUSH.matcher(text).find();
    }

    /// What `texts` tell: buildspecs, and variables as `NAME=value`.
    public static ImagePush in(Stream<String> texts) {
        var plain =
                texts.map(text -> COMMENT.matcher(text).replaceAll(""))
                        .map(text -> CONTINUED.matcher(text).replaceAll(" "))
                        .collect(Collectors.joining("\n"));
        return new ImagePush(plain);
    }

    /// Whether it pushes to a repository of that name.
    ///
    /// @param account where the repository is, or empty where nobody knows; a URI of another account is another repository
    /// @param region likewise
    public boolean isTo(String account, String region, String repository) {
        return pushes
                && Pattern.compile(
                                "(?:(?<![A-Za-z0-9._-])"
                                        + REGISTRY
                                        + "|"
                                        + AS_VALUE
                                        + ")"
                                        + Pattern.quote(repository)
                                        + "(?![A-Za-z0-9_/${-]|\\.\\w)")
                        .matcher(text)
                        .results()
                        .anyMatch(m ->
                                fits(account, Optional.ofNullable(m.group(1)))
                                        && fits(region, Optional.ofNullable(m.group(2))));
    }

    /// The repositories of a design that builds of a project push to, by name, whoever starts them.
    public static Stream<String> of(Design design, Companion.BuildProject project) {
        var named = CompanionRef.to(project.name());
        var actions =
                design.actions()
                        .filter(a -> a.settings().containsValue(named))
                        .flatMap(ImagePush::handed);
        var rules =
                design.stages().stream()
                        .flatMap(Stage::conditions)
                        .flatMap(c -> c.rules().stream())
                        .map(ConditionRule::settings)
                        .filter(s -> s.containsValue(named))
                        .flatMap(s -> s.values().stream());
        return of(design, project, Stream.concat(actions, rules));
    }

    /// The same of one build.
    ///
    /// @param handed what whoever starts it says to it: another buildspec, more variables
    public static Stream<String> of(
            Design design, Companion.BuildProject project, Stream<String> handed) {
        var repositories =
                design.companions().stream()
                        .flatMap(c ->
                                c instanceof Companion.Repository r ? Stream.of(r) : Stream.empty())
                        .toList();
        if (repositories.isEmpty()) {
            return Stream.empty();
        }
        var own = project.variables().stream().map(EnvironmentVariable::assigned);
        var push = in(Stream.concat(Stream.of(project.buildspec()), Stream.concat(handed, own)));
        return repositories.stream()
                .filter(r -> push.isTo(r, design))
                .map(Companion::name)
                .distinct();
    }

    /// What an action says to the build that it starts.
    public static Stream<String> handed(Action action) {
        return Stream.concat(
                action.settings().values().stream(),
                action.environmentVariables().stream().map(EnvironmentVariable::assigned));
    }

    private boolean isTo(Companion.Repository repository, Design design) {
        if (!pushes) {
            return false;
        }
        var home = design.home();
        var place = repository.environment().flatMap(design::environment).orElse(home);
        var account = place.account().isEmpty() ? home.account() : place.account();
        var region = place.region().isEmpty() ? home.region() : place.region();
        if (repository.origin() instanceof Origin.Existing(var id)) {
            var arn = ARN.matcher(id.strip());
            return arn.matches()
                    ? isTo(arn.group(2), arn.group(1), arn.group(3))
                    : !id.isBlank() && isTo(account, region, id.strip());
        }
        return isTo(account, region, repository.name());
    }

    private static boolean fits(String known, Optional<String> told) {
        return !Literal.is(known) || known.isEmpty() || told.isEmpty() || known.equals(told.get());
    }
}
