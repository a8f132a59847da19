package io.stagecraft.cli;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Deployer;
import io.stagecraft.aws.Deployments;
import io.stagecraft.aws.Deployments.Change;
import io.stagecraft.aws.LiveRuns;
import io.stagecraft.aws.Pause;
import io.stagecraft.aws.Target;
import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.model.Design;
import io.stagecraft.practice.StandIns;
import io.stagecraft.validate.Severity;
import io.stagecraft.validate.Validator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

@Command(
        name = "deploy",
        description = {
            "Make what a design needs in an account: a plan first, then change sets.",
            "Exit code 1 when the deployment, or the run after it, fails.",
            "With --practice and no Practice account running, one lives as long as the command."
        })
final class DeployCommand extends Job {
    private final Tools tools;

    @Parameters(paramLabel = "FILE", description = "the design")
    private Path file = Path.of("");

    @Option(
            names = "--plan",
            description = "show what would be made, changed and removed, and stop")
    private boolean planOnly;

    @Option(names = "--yes", description = "carry the plan out without asking")
    private boolean yes;

    @Option(names = "--remove", description = "delete what the design has deployed instead")
    private boolean remove;

    @Option(names = "--run", description = "follow a run once it is deployed")
    private boolean run;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "a value that the plan asks for")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "60",
            description =
                    "of a Practice account that lives as long as the command (default: ${DEFAULT-VALUE})")
    private double speed;

    @Mixin private StartOptions with = new StartOptions();
    @Mixin private TargetOptions where = new TargetOptions();
    @Mixin private FollowOptions how = new FollowOptions();

    DeployCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws Exception {
        var design = design(file);
        var target = where.target();
        if (!remove) {
            check(design);
        }
        var blueprint =
                new Planner(tools.catalog().get())
                        .plan(target.isHere() ? design.inOneAccount() : design);
        var given = Lending.of(design, tools.catalog().get());
        if (!where.isPractice() || where.outside().answers()) {
            lend(target, given);
            return at(target, blueprint, true);
        }
        try (var account = PracticeCommand.open(0, speed, 1, tools.catalog().get())) {
            err().println(
                            "No Practice account is running (`stagecraft practice` starts one): this one ends with the command.");
            account.hold(given);
            return at(where.practiceAt(account.endpoint()), blueprint, false);
        }
    }

    /// A Practice account that runs on this machine gets stand-ins for what is not part of the design.
    private void lend(Target target, StandIns given) throws InterruptedException {
        var here = target.endpoint().filter(e -> "127.0.0.1".equals(e.getHost()));
        if (here.isPresent()
                && !given.isEmpty()
                && !planOnly
                && !remove
                && Door.hold(here.get(), given)) {
            err().println(
                            "Stand-ins for what the design takes as given: "
                                    + String.join(", ", given.names()));
        }
    }

    private void check(Design design) {
        var problems = new Validator(tools.catalog().get()).check(design);
        var errors = ValidateCommand.count(problems, Severity.ERROR);
        if (errors > 0) {
            throw Refused.failed(
                    file
                            + " has "
                            + Lines.count(errors, "error")
                            + ", so AWS would refuse it. `stagecraft validate "
                            + Lines.shell(file)
                            + "` tells more.");
        }
    }

    /// @param stays whether the account is still there when the command has ended
    private int at(Target target, Blueprint blueprint, boolean stays) throws AwsRefusal {
        try (var deployer = new Deployer(target)) {
            if (remove) {
                agree(
                        "Delete the stacks of "
                                + blueprint.pipeline()
                                + " from "
                                + target.name()
                                + "?",
                        () -> {});
                return ended(deployer.remove(blueprint, this::print));
            }
            var plan = deployer.plan(blueprint, values);
            plan.changes().forEach(c -> out().println(line(c)));
            out().println(
                            plan.isEmpty()
                                    ? "Nothing to change."
                                    : Lines.count(plan.changes().size(), "change")
                                            + ", "
                                            + target.name());
            if (planOnly) {
                deployer.discard(plan);
                return Cli.FINE;
            }
            if (!plan.isEmpty()) {
                agree("Carry it out?", () -> deployer.discard(plan));
            }
            var code = ended(deployer.carryOut(plan, this::print, () -> false));
            var there = target.in(blueprint.home().environment().region());
            if (!run && !there.equals(target)) {
                err().println(
                                "It is in "
                                        + there.region()
                                        + ": say --region "
                                        + there.region()
                                        + " to run or watch it.");
            }
            if (!run && stays && isNew(plan)) {
                started(there, blueprint.pipeline());
            }
            return code == Cli.FINE && run ? follow(there, blueprint.pipeline()) : code;
        }
    }

    /// What to do when nobody agreed.
    private interface Otherwise {
        void run() throws AwsRefusal;
    }

    private void agree(String question, Otherwise otherwise) throws AwsRefusal {
        out().flush();
        if (yes) {
            return;
        }
        var answer = tools.person().apply(question + " [y/N] ");
        if (answer.filter(a -> a.strip().matches("(?i)y(es)?")).isEmpty()) {
            otherwise.run();
            throw Refused.input(
                    answer.isEmpty()
                            ? "There is nobody to ask here. Say --yes to carry it out, or --plan to only look."
                            : "Nothing was changed.");
        }
    }

    private static String line(Change change) {
        var mark =
                switch (change.action()) {
                    case "Add" -> "+";
                    case "Remove" -> "-";
                    default -> "~";
                };
        return "%s %-7s %-36s %s%s"
                .formatted(
                        mark,
                        change.action(),
                        change.type(),
                        change.resource(),
                        change.replacement() ? " (made anew)" : "");
    }

    private void print(Deployments.Event event) {
        out().println(
                        "%-28s %-36s %s %s"
                                .formatted(
                                        event.status(),
                                        event.type(),
                                        event.resource(),
                                        event.reason())
                                .stripTrailing());
        out().flush();
    }

    private int ended(Deployments.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw Refused.failed("The deployment failed: " + outcome.failure());
        }
        outcome.outputs().forEach((name, value) -> out().println(name + " = " + value));
        return Cli.FINE;
    }

    private static boolean isNew(Deployments.Plan plan) {
        return plan.changes().stream()
                .anyMatch(c ->
                        c.action().equals("Add") && c.type().equals("AWS::CodePipeline::Pipeline"));
    }

    /// Says what nobody asked for: a new pipeline starts by itself. Who may deploy it may still not read it.
    private void started(Target target, String pipeline) {
        try (var runs = new LiveRuns(target)) {
            runs.read(pipeline).executions().stream()
                    .findFirst()
                    .ifPresent(e ->
                            err().println(
                                            "Execution "
                                                    + e.id()
                                                    + " has started already, as every new pipeline does. Follow it with: stagecraft watch "
                                                    + pipeline
                                                    + " "
                                                    + where.words(target)));
        } catch (AwsRefusal _) {
            err().println(
                            "A new pipeline starts by itself. Follow it with: stagecraft watch "
                                    + pipeline
                                    + " "
                                    + where.words(target));
        }
    }

    /// A pipeline that was just made has started by itself; another one is started.
    private int follow(Target target, String pipeline) throws AwsRefusal {
        try (var runs = new LiveRuns(target)) {
            var live =
                    runs.read(pipeline).executions().stream()
                            .filter(e -> e.status().isLive())
                            .findFirst();
            var execution =
                    live.isPresent() ? live.get().id() : runs.start(pipeline, with.variables());
            return how.follow(
                    runs, Pause.of(target), pipeline, execution, where.words(target), out());
        }
    }
}
