package io.stagecraft.blueprint;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;

/// Names of roles that have to be known before the role is there. IAM takes 64 characters of `[A-Za-z0-9+=,.@_-]`.
final class RoleNames {
    private static final int LONGEST = 64;

    private RoleNames() {}

    /// Whether a role is meant by its name: no ARN, and nothing such as `${ROLE}` or `<role>` that somebody fills in later.
    static boolean isName(String id) {
        return id.matches("[A-Za-z0-9+=,.@_/-]+");
    }

    static String cut(String name) {
        var fit = name.replaceAll("[^A-Za-z0-9+=,.@_-]", "-");
        return fit.substring(0, Math.min(fit.length(), LONGEST));
    }

    /// The role of a build project.
    static String ofBuild(Design design, Companion project) {
        return of(design.name(), project.name() + "-build");
    }

    /// `orders-release` and `Deploy` give `orders-release-Deploy`.
    static String of(String pipeline, String rest) {
        var end = cut(rest).substring(0, Math.min(cut(rest).length(), 33));
        var start = cut(pipeline);
        return start.substring(0, Math.min(start.length(), LONGEST - 1 - end.length())) + "-" + end;
    }
}
