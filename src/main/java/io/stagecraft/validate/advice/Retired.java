package io.stagecraft.validate.advice;

import java.util.Map;
import java.util.Optional;

/// What builds should no longer run in.
///
/// @see <a href="https://docs.aws.amazon.com/codebuild/latest/userguide/deprecated-images.html">Deprecated CodeBuild images, read 2026-11-21</a>
final class Retired {
    private static final Map<String, String> IMAGES =
            Map.of(
                    "aws/codebuild/standard", "aws/codebuild/standard:7.0",
                    "aws/codebuild/amazonlinux2-x86_64-standard",
                            "aws/codebuild/amazonlinux-x86_64-standard:5.0",
                    "aws/codebuild/amazonlinux2-aarch64-standard",
                            "aws/codebuild/amazonlinux-aarch64-standard:3.0");

    /// The last version of each that is retired.
    private static final Map<String, Double> LAST_IMAGE =
            Map.of(
                    "aws/codebuild/standard", 4.0,
                    "aws/codebuild/amazonlinux2-x86_64-standard", 3.0,
                    "aws/codebuild/amazonlinux2-aarch64-standard", 1.0);

    /// The last version of each that its makers no longer mend, by their own calendars as of 2026.
    private static final Map<String, Double> LAST_RUNTIME =
            Map.of("nodejs", 18.0, "python", 3.09, "ruby", 3.01, "dotnet", 7.0);

    private Retired() {}

    /// The image to use instead, for one that is retired.
    static Optional<String> image(String image) {
        var colon = image.lastIndexOf(':');
        var family = colon < 0 ? image : image.substring(0, colon);
        return Optional.ofNullable(LAST_IMAGE.get(family))
                .filter(last -> version(image.substring(colon + 1)) <= last)
                .map(_ -> IMAGES.get(family));
    }

    static boolean runtime(String name, String version) {
        return Optional.ofNullable(LAST_RUNTIME.get(name))
                .filter(last -> comparable(version) <= last)
                .isPresent();
    }

    private static double version(String text) {
        return text.matches("\\d{1,3}(\\.\\d{1,3})?") ? Double.parseDouble(text) : Double.MAX_VALUE;
    }

    /// `3.9` comes before `3.10`: the second part has two digits here.
    private static double comparable(String version) {
        var part = version.split("\\.");
        return Double.parseDouble(part[0])
                + (part.length > 1 ? Integer.parseInt(part[1]) / 100.0 : 0);
    }
}
