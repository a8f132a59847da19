package io.stagecraft.validate;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.Design;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long all rules take over the largest pipeline that AWS allows, at once and after one edit.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ValidatorBenchmark {
    private final ActionCatalog catalog = CatalogFiles.load();
    private final Validator validator = new Validator(catalog);
    private final Design design = large();
    private final List<ActionId> ids = design.actions().map(a -> a.id()).toList();
    private Design edited = design;
    private int edits;

    /// A thousand builds, deployments and approvals, no two alike, in 28 stages; each stage reads what the one before it made.
    private static Design large() {
        var columns = new ArrayList<Drawings.Column>();
        columns.add(Drawings.stage("Source", Drawings.source("Source", "Out0")));
        for (int i = 1; i <= 27; i++) {
            var boxes = new ArrayList<Drawings.Box>();
            for (int j = 0; j < 37; j++) {
                boxes.add(box(i, j));
            }
            columns.add(Drawings.stage("Stage" + i, boxes.toArray(Drawings.Box[]::new)));
        }
        return Drawings.design(columns.toArray(Drawings.Column[]::new));
    }

    private static Drawings.Box box(int stage, int at) {
        var name = stage + "-" + at;
        var input = "Out" + (stage - 1);
        return at == 0
                ? Drawings.build("Build" + name, input, "Out" + stage)
                        .set("ProjectName", "orders-" + name)
                : switch (at % 3) {
                    case 0 -> Drawings.approval("Ask" + name).row(2);
                    case 1 ->
                            Drawings.test("Test" + name, input)
                                    .set("ProjectName", "orders-test-" + name);
                    default ->
                            Drawings.deploy("Deploy" + name, input).set("BucketName", "b-" + name);
                };
    }

    /// All rules, on a design that nobody has seen yet.
    @Benchmark
    public List<Problem> allRules() {
        return new Validator(catalog).check(design);
    }

    /// All rules again after one action has been given another name or setting, each time another action.
    @Benchmark
    public List<Problem> oneEdit() {
        var id = ids.get(Math.floorMod(edits * 37, ids.size()));
        var number = edits++;
        edited =
                edited.withAction(
                        id,
                        a ->
                                number % 2 == 0
                                        ? a.withName("Renamed" + number)
                                        : a.withSetting(
                                                a.settings().isEmpty()
                                                        ? "CustomData"
                                                        : a.settings().firstEntry().getKey(),
                                                "orders-" + number));
        return validator.check(edited);
    }
}
