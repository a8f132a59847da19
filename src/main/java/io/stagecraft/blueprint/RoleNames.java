package io.stagecraft.blueprint;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Design;

import java.util.regex.Pattern;

/// Names of roles that have to be known before the role is there. IAM takes 64 characters of `[A-Za-z0-9+=,.@_-]`.
final class RoleNames {
    private static final int LONGEST = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+=,.@_/-]+");
    private static final Pattern NOT_OF_NAME = Pattern.compile("[^A-Za-z0-9+=,.@_-]");

    private RoleNames() {}

    /// Whether a role is meant by its name: no ARN, and nothing such as `${ROLE}` or `<role>` that somebody fills in later.
    static boolean isName(String id) {
        return NAME.matcher(id).matches();
    }

    static String cut(String name) {
        var fit = NOT_OF_NAME.matcher(name).replaceAll("-");
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
