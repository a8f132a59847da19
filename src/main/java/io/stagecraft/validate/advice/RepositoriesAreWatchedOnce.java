package io.stagecraft.validate.advice;

import io.stagecraft.model.Action;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class RepositoriesAreWatchedOnce implements Rule {
    private static final Info INFO =
            new Info(
                    "SC926",
                    Severity.WARNING,
                    "A repository is watched by one source",
                    "CodePipeline does not support several sources on branches of one repository in one pipeline: a push to either starts both.",
                    "https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html");

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var first = new HashMap<List<Object>, Action>();
        return drawing.seats()
                .flatMap(s ->
                        s
                                .spec()
                                .flatMap(x -> x.traits().once())
                                .flatMap(k ->
                                        s.action()
                                                .setting(k)
                                                .filter(v -> !v.isEmpty() && Literal.is(v))
                                                .flatMap(v ->
                                                        Optional.ofNullable(
                                                                        first.putIfAbsent(
                                                                                List.of(
                                                                                        s.action()
                                                                                                .type(),
                                                                                        v),
                                                                                s.action()))
                                                                .map(other ->
                                                                        INFO.at(
                                                                                About.of(
                                                                                        s.action(),
                                                                                        k),
                                                                                s.action().name()
                                                                                        + " watches "
                                                                                        + v
                                                                                        + ", and so does "
                                                                                        + other
                                                                                                .name()
                                                                                        + "."))))
                                .stream());
    }
}
