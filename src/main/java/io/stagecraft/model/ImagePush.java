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
    private static final String AS_VALUE = "(?<=[=:]|[=:][ \"']|[=:] [\"'])";

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

    private static boolean fits(String known, Optional<String> told) {
        return known.isEmpty() || told.isEmpty() || known.equals(told.get());
    }
}
