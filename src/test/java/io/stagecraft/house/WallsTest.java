package io.stagecraft.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

/// Which room may look into which: the table of the house, held against the classes.
class WallsTest {
    private static final String ROOT = "io.stagecraft.";

    /// Every room and the rooms downstairs that it may look into.
    private static final Map<String, Set<String>> PLAN =
            Map.ofEntries(
                    entry("model", Set.of()),
                    entry("disk", Set.of()),
                    entry("json", Set.of("model")),
                    entry("run", Set.of("model")),
                    entry("catalog", Set.of("model")),
                    entry("edit", Set.of("model", "catalog")),
                    entry("iam", Set.of("model", "catalog")),
                    entry("blueprint", Set.of("model", "catalog", "iam")),
                    entry("validate", Set.of("model", "catalog", "edit", "iam", "blueprint")),
                    entry("export", Set.of("model", "disk", "json", "catalog", "iam", "blueprint")),
                    entry("importer", Set.of("json", "model", "catalog")),
                    entry("project", Set.of("model", "disk", "json")),
                    entry("practice", Set.of("model", "json", "catalog", "iam")),
                    entry("aws", Set.of("model", "run", "iam", "blueprint", "export")));

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.stagecraft");

    @Test
    void everyRoomLooksDownstairsOnly() {
        PLAN.forEach((room, may) ->
                noClasses()
                        .that()
                        .resideInAPackage(in(room))
                        .should()
                        .dependOnClassesThat(otherRoomsThan(room, may))
                        .allowEmptyShould(true)
                        .check(HOUSE));
    }

    @Test
    void theCommandLineKnowsNoWindow() {
        noClasses()
                .that()
                .resideInAnyPackage(in("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("ui"), in("app"))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void librariesStayInTheirRooms() {
        onlyIn("javafx..", "ui", "app");
        onlyIn("atlantafx..", "ui", "app");
        onlyIn("software.amazon.awssdk..", "aws", "practice");
        onlyIn(
                "tools.jackson..",
                "json",
                "catalog",
                "export",
                "importer",
                "project",
                "practice",
                "cli");
        onlyIn("picocli..", "cli", "app");
        onlyIn("org.snakeyaml..", "json", "export", "practice");
    }

    @Test
    void viewModelsKnowNoWidget() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void onlyBackgroundHandsWorkToTheScreen() {
        noClasses()
                .that(DescribedPredicate.not(named("io.stagecraft.ui.kit.Background")))
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void noRoomGoesInACircle() {
        slices().matching("io.stagecraft.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    private static void onlyIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        java.util.Arrays.stream(rooms).map(WallsTest::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static String in(String room) {
        return ROOT + room + "..";
    }

    private static DescribedPredicate<JavaClass> otherRoomsThan(String room, Set<String> may) {
        return DescribedPredicate.describe(
                "are in rooms that " + room + " may not look into",
                c ->
                        c.getPackageName().startsWith(ROOT)
                                && !roomOf(c).equals(room)
                                && !may.contains(roomOf(c)));
    }

    private static DescribedPredicate<JavaClass> named(String prefix) {
        return DescribedPredicate.describe(
                "are " + prefix,
                c -> c.getName().equals(prefix) || c.getName().startsWith(prefix + "$"));
    }

    private static String roomOf(JavaClass c) {
        return c.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }
}
