package io.stagecraft.validate.advice;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class WhatIsTakenIsMadeEarlier implements Rule {
    private static final Info INFO =
            new Info(
                    "SC925",
                    Severity.WARNING,
                    "What an action executes is made earlier",
                    "The action looks for it when it starts; when nothing has made it by then, the action fails, or executes what an earlier run left behind.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var all = Handed.all(drawing);
        return all.stream()
                .filter(h -> !h.made() && h.isLiteral())
                .filter(h ->
                        all.stream()
                                .noneMatch(m ->
                                        m.made()
                                                && (m.what().equals(h.what()) || !m.isLiteral())
                                                && m.seat().isBefore(h.seat())))
                .map(h ->
                        INFO.at(
                                About.of(h.seat().action(), h.field()),
                                h.seat().action().name()
                                        + " executes a "
                                        + h.thing()
                                        + " that no action has made by then."));
    }
}
