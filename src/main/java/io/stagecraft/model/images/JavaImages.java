package io.stagecraft.model.images;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The images that Maven and Gradle push: with Jib, and with Spring Boot's own plugin.
///
/// @see <a href="https://github.com/GoogleContainerTools/jib/tree/master/jib-maven-plugin#system-properties">Jib for Maven</a>
/// @see <a href="https://github.com/GoogleContainerTools/jib/tree/master/jib-gradle-plugin#system-properties">Jib for Gradle</a>
/// @see <a href="https://docs.spring.io/spring-boot/maven-plugin/build-image.html">Spring Boot's images</a>
record JavaImages(Consumer<Collection<String>> push, Consumer<Collection<String>> pull) {
    private static final Pattern GOAL =
            Pattern.compile("jib:build|(?:.*:)?jib-maven-plugin(?::[^:]*)?:build(?:@.*)?");
    private static final Pattern LATE = Pattern.compile("package|verify|install|deploy");
    private static final Pattern TASK = Pattern.compile("(?::.*:|:)?jib");

    /// Into Docker, or into a file.
    private static final Pattern STAYS =
            Pattern.compile(
                    "jib:(?:dockerBuild|buildTar)|.*jib-maven-plugin.*:(?:dockerBuild|buildTar)");

    void maven(ToolArgs args) {
        boolean goal = args.words().anyMatch(GOAL.asMatchPredicate());
        boolean stays = args.words().anyMatch(STAYS.asMatchPredicate());
        boolean late = args.words().anyMatch(LATE.asMatchPredicate()) && !stays;
        if (goal || late) { // a phase runs what the project has bound to it
            push.accept(property(args, "jib.to.image"));
            pull.accept(property(args, "jib.from.image"));
        }
        if (goal) {
            push.accept(property(args, "image"));
        }
        if (property(args, "spring-boot.build-image.publish").contains("true")) {
            push.accept(property(args, "spring-boot.build-image.imageName"));
        }
    }

    void gradle(ToolArgs args) {
        if (args.words().anyMatch(TASK.asMatchPredicate())) {
            push.accept(property(args, "jib.to.image"));
            pull.accept(property(args, "jib.from.image"));
            push.accept(args.values("--image"));
        }
        if (args.has("--publishImage")) {
            push.accept(args.values("--imageName"));
        }
    }

    /// @see <a href="https://github.com/GoogleContainerTools/jib/tree/master/jib-cli">Jib's own command line</a>
    void jib(ToolArgs.Sub sub) {
        if (Set.of("build", "jar", "war").contains(sub.name())) {
            sub.rest().values("-t", "--target").stream()
                    .filter(target -> !target.contains("://"))
                    .forEach(target -> push.accept(Set.of(target)));
        }
    }

    private static Set<String> property(ToolArgs args, String name) {
        return args.values("-D" + name);
    }
}
