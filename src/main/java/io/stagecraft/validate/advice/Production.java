package io.stagecraft.validate.advice;

import io.stagecraft.model.Category;
import io.stagecraft.validate.Drawing;

import java.util.HashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people call production: stages and environments that say so in their names.
final class Production {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(?:^|[^A-Za-z])(?:prod(?:uction)?|live|prd)|(?:^|[^A-Za-z]|(?<=[a-z]))(?:Prod(?:uction)?|PROD(?:UCTION)?|Live|LIVE|Prd|PRD))(?![a-z])");
    private static final Pattern NOT = Pattern.compile("(?i)(pre|non|not)[ ._-]?(prod|live|prd)");

    private Production() {}

    static boolean isCalledSo(String name) {
        return NAME.matcher(name).find() && !NOT.matcher(name).find();
    }

    /// What is deployed, and whether to production.
    private record Deployment(Drawing.Seat seat, boolean production) {}

    private static Stream<Deployment> all(Drawing drawing) {
        var known = new HashMap<String, Boolean>();
        return drawing.seats()
                .filter(s -> s.action().type().category() == Category.DEPLOY)
                .map(s ->
                        new Deployment(
                                s,
                                known.computeIfAbsent(s.stage().name(), Production::isCalledSo)
                                        || known.computeIfAbsent(
                                                drawing.environment(s).name(),
                                                Production::isCalledSo)));
    }

    /// What is deployed to production, in drawn order.
    static Stream<Drawing.Seat> deployments(Drawing drawing) {
        return deployments(drawing, true);
    }

    /// What is deployed, to production or elsewhere.
    static Stream<Drawing.Seat> deployments(Drawing drawing, boolean production) {
        return drawing.once(Deployment.class, Production::all)
                .filter(d -> d.production() == production)
                .map(Deployment::seat);
    }

    /// The first that is deployed to production, if it lacks something.
    static Stream<Drawing.Seat> first(Drawing drawing, Predicate<Drawing.Seat> lacks) {
        return deployments(drawing).limit(1).filter(lacks);
    }
}
