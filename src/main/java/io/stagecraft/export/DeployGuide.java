package io.stagecraft.export;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.blueprint.StackPlan;
import io.stagecraft.model.Environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells people in which order stacks of several accounts and regions are deployed, and with which commands.
final class DeployGuide {
    /// Beside the files, where there is more than one stack.
    static final String FILE = "README.md";

    private final Blueprint blueprint;

    DeployGuide(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    boolean isNeeded() {
        return blueprint.stacks().size() > 1;
    }

    /// A line for the notes.
    String note() {
        return "Deploy in this order: "
                + blueprint.stacks().stream()
                        .map(s -> s.name() + where(s.environment()))
                        .collect(Collectors.joining(", "))
                + ". "
                + FILE
                + " beside the files has the commands.";
    }

    private static String where(Environment environment) {
        var where =
                List.of(environment.account(), environment.region()).stream()
                        .filter(w -> !w.isEmpty())
                        .toList();
        return where.isEmpty() ? "" : " (" + String.join(", ", where) + ")";
    }

    /// The page for templates.
    Bundle.TextFile cloudFormation(Syntax syntax) {
        return page(
                "Each command needs the AWS CLI and a profile of its account; put your own profiles' names in.",
                stack -> cloudFormation(stack, syntax));
    }

    private String cloudFormation(StackPlan stack, Syntax syntax) {
        var lines = new ArrayList<String>();
        lines.add("aws cloudformation deploy --stack-name " + stack.name());
        lines.add("--template-file " + stack.name() + "." + syntax.extension());
        if (stack.resources().stream().anyMatch(Resource.Role.class::isInstance)) {
            lines.add("--capabilities CAPABILITY_NAMED_IAM");
        }
        lines.add(place(stack));
        if (!stack.parameters().isEmpty()) {
            lines.add(
                    "--parameter-overrides "
                            + stack.parameters().stream()
                                    .map(p -> p.name() + "=" + value(p, this::output))
                                    .collect(Collectors.joining(" ")));
        }
        return String.join(" \\\n    ", lines);
    }

    private String place(StackPlan stack) {
        var environment = stack.environment();
        var profile = "--profile " + profile(environment);
        return environment.region().isEmpty()
                ? profile
                : "--region " + environment.region() + " " + profile;
    }

    /// One per account, named after the environment that a person would think of: the pipeline's own, or the first there.
    /// Where that tells nothing, or another account's is called so too, the account's number is part of it.
    private String profile(Environment environment) {
        var account = environment.account();
        var word = word(account);
        boolean isShared =
                environments()
                        .map(Environment::account)
                        .anyMatch(a -> !a.equals(account) && word(a).equals(word));
        if (!word.isEmpty() && !isShared) {
            return word;
        }
        var words = Stream.of(word, account).filter(w -> !w.isEmpty()).toList();
        return words.isEmpty() ? "default" : String.join("-", words);
    }

    private String word(String account) {
        return environments()
                .filter(e -> e.account().equals(account))
                .findFirst()
                .map(e -> e.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                .map(w -> w.replaceAll("^-|-$", ""))
                .orElse("");
    }

    private Stream<Environment> environments() {
        return Stream.concat(
                Stream.of(blueprint.home().environment()),
                blueprint.stacks().stream().map(StackPlan::environment));
    }

    private String output(StackPlan.OutputOf from) {
        var place = stack(from.stack()).map(s -> " " + place(s)).orElse("");
        return "aws cloudformation describe-stacks --stack-name "
                + from.stack()
                + place
                + " --query \"Stacks[0].Outputs[?OutputKey=='"
                + from.output()
                + "'].OutputValue\" --output text";
    }

    private Optional<StackPlan> stack(String name) {
        return blueprint.stacks().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// The page for modules.
    Bundle.TextFile terraform() {
        return page(
                "Each folder is a root module with a state of its own; AWS_PROFILE is a profile of its account: put your own"
                        + " profiles' names in.",
                this::terraform);
    }

    private String terraform(StackPlan stack) {
        var profile = profile(stack.environment());
        var lines = new ArrayList<String>();
        lines.add("terraform -chdir=" + stack.name() + " init");
        lines.add(
                "AWS_PROFILE="
                        + profile
                        + " terraform -chdir="
                        + stack.name()
                        + " apply"
                        + stack.parameters().stream()
                                .map(p ->
                                        " \\\n    -var "
                                                + TerraformText.snake(p.name())
                                                + "="
                                                + value(p, DeployGuide::stateOutput))
                                .collect(Collectors.joining()));
        return String.join("\n", lines);
    }

    private static String stateOutput(StackPlan.OutputOf from) {
        return "terraform -chdir="
                + from.stack()
                + " output -raw "
                + TerraformText.snake(from.output());
    }

    private static String value(
            StackPlan.Parameter parameter, Function<StackPlan.OutputOf, String> output) {
        return parameter.from().map(f -> "\"$(" + output.apply(f) + ")\"").orElse("...");
    }

    private Bundle.TextFile page(String needs, Function<StackPlan, String> command) {
        var page = new StringBuilder("# Deploying " + blueprint.pipeline() + "\n\n");
        page.append(
                "In this order: each stack finds there already what it names of the others.\n\n");
        page.append("| # | stack | environment | account | region |\n|---|---|---|---|---|\n");
        int number = 1;
        for (var stack : blueprint.stacks()) {
            page.append(row(number++, stack));
        }
        page.append("\n").append(needs).append("\n\n```sh\n");
        page.append(blueprint.stacks().stream().map(command).collect(Collectors.joining("\n\n")));
        page.append("\n```\n");
        if (blueprint.stacks().stream()
                .flatMap(s -> s.parameters().stream())
                .anyMatch(p -> p.from().isEmpty())) {
            page.append("\nPut what only you know where `...` stands.\n");
        }
        return new Bundle.TextFile(FILE, page.toString());
    }

    private static String row(int number, StackPlan stack) {
        var environment = stack.environment();
        return "| %d | %s | %s | %s | %s |\n"
                .formatted(
                        number,
                        stack.name(),
                        environment.name(),
                        orSigned(environment.account()),
                        orSigned(environment.region()));
    }

    private static String orSigned(String where) {
        return where.isEmpty() ? "that of the profile" : where;
    }
}
