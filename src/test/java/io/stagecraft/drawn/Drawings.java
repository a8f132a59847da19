package io.stagecraft.drawn;

import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Design;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Origin;
import io.stagecraft.model.OutputArtifact;
import io.stagecraft.model.Owner;
import io.stagecraft.model.Stage;
import io.stagecraft.model.StageId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Designs in a few words, for tests. Ids go by the order drawn: stages `s1`, `s2`, actions `a1`, `a2` through all stages.
public final class Drawings {
    private Drawings() {}

    /// An action that can be described further.
    public record Box(Action action) {
        public Box in(String... inputs) {
            return new Box(action.withInputs(List.of(inputs)));
        }

        public Box out(String... outputs) {
            return new Box(
                    action.withOutputs(Stream.of(outputs).map(OutputArtifact::new).toList()));
        }

        public Box row(int runOrder) {
            return new Box(action.withRunOrder(runOrder));
        }

        public Box set(String key, String value) {
            return new Box(action.withSetting(key, value));
        }

        public Box unset(String key) {
            return new Box(action.withoutSetting(key));
        }

        public Box ns(String namespace) {
            return new Box(action.withNamespace(Optional.of(namespace)));
        }

        public Box at(String environment) {
            return new Box(action.withEnvironment(Optional.of(new EnvironmentId(environment))));
        }

        public Box role(String arn) {
            return new Box(action.withRole(Optional.of(new Origin.Existing(arn))));
        }

        public Box with(UnaryOperator<Action> change) {
            return new Box(change.apply(action));
        }
    }

    /// A stage that can be described further.
    public record Column(Stage stage) {
        public Column with(UnaryOperator<Stage> change) {
            return new Column(change.apply(stage));
        }
    }

    public static Box action(String name, Category category, String provider) {
        return new Box(Action.of(new ActionId(""), name, ActionType.aws(category, provider)));
    }

    public static Box action(String name, Category category, Owner owner, String provider) {
        return action(name, new ActionType(category, owner, provider, "1"));
    }

    public static Box action(String name, ActionType type) {
        return new Box(Action.of(new ActionId(""), name, type));
    }

    public static Column stage(String name, Box... boxes) {
        return new Column(
                Stage.of(new StageId(""), name, Stream.of(boxes).map(Box::action).toList()));
    }

    public static Design design(Column... columns) {
        var stages = new ArrayList<Stage>();
        var next = 1;
        for (var column : columns) {
            var actions = new ArrayList<Action>();
            for (var action : column.stage().actions()) {
                actions.add(action.withId(new ActionId("a" + next++)));
            }
            stages.add(
                    column.stage()
                            .withId(new StageId("s" + (stages.size() + 1)))
                            .withActions(actions));
        }
        return Design.empty("orders").withStages(stages);
    }

    /// A source from S3 with every setting that AWS asks for.
    public static Box source(String name, String output) {
        return action(name, Category.SOURCE, "S3")
                .set("S3Bucket", "orders-sources")
                .set("S3ObjectKey", "orders.zip")
                .set("PollForSourceChanges", "false")
                .out(output);
    }

    /// A source from a Git host.
    public static Box git(String name, String output) {
        return action(name, Category.SOURCE, "CodeStarSourceConnection")
                .set(
                        "ConnectionArn",
                        "arn:aws:codeconnections:eu-west-1:111122223333:connection/aaaa1111-bbbb-2222-cccc-333344445555")
                .set("FullRepositoryId", "acme/orders")
                .set("BranchName", "main")
                .out(output);
    }

    /// A build in a project that is there already.
    public static Box build(String name, String input, String output) {
        return action(name, Category.BUILD, "CodeBuild")
                .set("ProjectName", "orders-build")
                .in(input)
                .out(output);
    }

    /// A test in a project that is there already.
    public static Box test(String name, String input) {
        return action(name, Category.TEST, "CodeBuild").set("ProjectName", "orders-test").in(input);
    }

    public static Box approval(String name) {
        return action(name, Category.APPROVAL, "Manual");
    }

    /// A deployment to a bucket.
    public static Box deploy(String name, String input) {
        return action(name, Category.DEPLOY, "S3")
                .set("BucketName", "orders-site")
                .set("Extract", "true")
                .in(input);
    }

    /// A stack made or updated at once.
    public static Box stack(String name, String input) {
        return action(name, Category.DEPLOY, "CloudFormation")
                .set("ActionMode", "CREATE_UPDATE")
                .set("StackName", "orders")
                .set("TemplatePath", input + "::template.yml")
                .set("RoleArn", "arn:aws:iam::111122223333:role/orders-stack")
                .in(input);
    }

    /// Source, build and deploy, with nothing wrong.
    public static Design simple() {
        return design(
                stage("Source", source("Source", "SourceOutput")),
                stage("Build", build("Build", "SourceOutput", "BuildOutput")),
                stage("Deploy", deploy("Deploy", "BuildOutput")));
    }
}
