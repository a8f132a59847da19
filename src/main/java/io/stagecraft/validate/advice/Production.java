package io.stagecraft.validate.advice;

import io.stagecraft.model.Category;
import io.stagecraft.validate.Drawing;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people call production: stages and environments that say so in their names.
final class Production {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:^|[^A-Za-z]|(?<=[a-z]))(?:[Pp]rod(?:uction)?|PROD(?:UCTION)?|[Ll]ive|LIVE|[Pp]rd|PRD)(?![a-z])");
    private static final Pattern NOT = Pattern.compile("(?i)(pre|non|not)[ ._-]?(prod|live|prd)");

    private Production() {}

    static boolean isCalledSo(String name) {
        return NAME.matcher(name).find() && !NOT.matcher(name).find();
    }

    static boolean holds(Drawing drawing, Drawing.Seat seat) {
        return isCalledSo(seat.stage().name()) || isCalledSo(drawing.environment(seat).name());
    }

    /// What is deployed to production, in drawn order.
    static Stream<Drawing.Seat> deployments(Drawing drawing) {
        return deployments(drawing, true);
    }

    /// What is deployed, to production or elsewhere.
    static Stream<Drawing.Seat> deployments(Drawing drawing, boolean production) {
        return drawing.seats()
                .filter(s -> s.action().type().category() == Category.DEPLOY)
                .filter(s -> holds(drawing, s) == production);
    }

    /// Advice on the first stage that deploys to production and fails to.
    static Stream<Drawing.Seat> first(Drawing drawing, Predicate<Drawing.Seat> lacks) {
        return deployments(drawing).limit(1).filter(lacks);
    }
}
