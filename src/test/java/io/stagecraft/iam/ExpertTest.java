package io.stagecraft.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.catalog.Principal;
import io.stagecraft.iam.ActionContext.Key;
import io.stagecraft.iam.ActionContext.Place;
import io.stagecraft.iam.ActionContext.Store;
import io.stagecraft.json.TemplateText;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.EnvironmentVariable;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Our roles beside those of the tool that experts take, action by action: nothing that it thinks of is missing, nothing is
/// wider, and there are fewer wildcards. Where the two differ on purpose, the file says why.
class ExpertTest {
    private static final ActionCatalog CATALOG = CatalogFiles.load();
    private static final Map<String, Object> FILE = file();
    private static final String ACCOUNT = "111122223333";

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    /// One pipeline of the file.
    private record Case(Map<?, ?> members) {
        String name() {
            return (String) members.get("name");
        }

        boolean isManaged() {
            return members.containsKey("action-managed");
        }

        Optional<PolicyDocument> of(Principal who) {
            return Optional.ofNullable(members.get(key(who)))
                    .map(statements ->
                            PolicyDocument.of(Map.of("Statement", all((List<?>) statements))));
        }

        private static String key(Principal who) {
            return who == Principal.ACTION_ROLE ? "action" : "project";
        }

        private static List<Map<String, Object>> all(List<?> statements) {
            return statements.stream()
                    .<Map<String, Object>>map(s -> {
                        var m = (Map<?, ?>) s;
                        var statement = new LinkedHashMap<String, Object>();
                        statement.put("Effect", "Allow");
                        statement.put("Action", m.get("actions"));
                        statement.put("Resource", m.get("resources"));
                        Optional.ofNullable(m.get("if"))
                                .ifPresent(c -> statement.put("Condition", c));
                        return statement;
                    })
                    .toList();
        }

        List<Need> needs(Principal who) {
            var parts = ((String) members.get("type")).split("/");
            var spec =
                    CATALOG.find(
                                    ActionType.aws(
                                            Category.valueOf(
                                                    parts[0].toUpperCase(java.util.Locale.ROOT)),
                                            parts[2]))
                            .orElseThrow();
            var settings = new LinkedHashMap<String, Text>();
            ((Map<?, ?>) members.get("settings"))
                    .forEach((k, v) -> settings.put((String) k, Text.of((String) v)));
            var place = Place.of("aws", "eu-west-1", ACCOUNT);
            var context =
                    new ActionContext(
                            "orders",
                            "Do",
                            "X",
                            place,
                            place,
                            settings,
                            texts("inputs"),
                            texts("outputs"),
                            Optional.of(store()),
                            Optional.empty(),
                            Optional.of(new ActionContext.Project(features(), List.of())),
                            List.<EnvironmentVariable>of(),
                            List.of(),
                            Optional.empty());
            var found = new Needs().of(spec, context);
            assertEquals(List.of(), found.gaps(), name());
            return found.needs().stream()
                    .filter(n ->
                            n.who() == who
                                    || who == Principal.ACTION_ROLE
                                            && n.who() == Principal.PIPELINE_ROLE)
                    .toList();
        }

        private Set<String> features() {
            return name().endsWith("-vpc") ? Set.of("vpc", "reports") : Set.of("reports");
        }

        private List<String> texts(String key) {
            return ((List<?>) members.get(key)).stream().map(String.class::cast).toList();
        }

        private static Store store() {
            return new Store(
                    Text.of("arn:aws:s3:::artifacts"),
                    Text.of(ACCOUNT),
                    Optional.of(
                            Key.of(
                                    Text.of(
                                            "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000"))));
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingThatTheExpertNamesIsMissing() {
        return each(this::missing);
    }

    /// Wildcards name nothing: what they take in beside what is needed is what this is about.
    private void missing(Case given, Principal who) {
        var ours = new TreeSet<String>();
        given.needs(who).forEach(need -> ours.addAll(need.actions()));
        var lost = new TreeSet<String>();
        given.of(who).orElseThrow().rules().stream()
                .flatMap(rule -> rule.actions().patterns().stream())
                .filter(action -> !action.contains("*") && !ours.contains(action))
                .forEach(lost::add);
        lost.removeAll(differences("left-out"));
        assertEquals(Set.of(), lost);
    }

    @TestFactory
    Stream<DynamicTest> nothingIsWider() {
        return each(this::wider);
    }

    private void wider(Case given, Principal who) {
        if (given.isManaged()) {
            return; // the expert hands out a managed policy of hundreds of actions there
        }
        var theirs = given.of(who).orElseThrow();
        var more = new TreeSet<String>();
        for (var need : given.needs(who)) {
            for (var call : need.calls()) {
                var context = new LinkedHashMap<>(call.context());
                context.put(
                        "ec2:Subnet",
                        List.of(
                                "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0123456789abcdef0"));
                if (!evaluator
                        .decide(new Call(call.action(), call.resource(), context), List.of(theirs))
                        .allowed()) {
                    more.add(call.action());
                }
            }
        }
        more.removeAll(differences("guide"));
        if (differences("forgotten").contains(given.name())) {
            more.removeIf(
                    a -> a.startsWith("s3:") || a.startsWith("kms:") || a.startsWith("logs:"));
        }
        assertEquals(Set.of(), more);
    }

    @TestFactory
    Stream<DynamicTest> noRoleHasMoreWildcards() {
        return each((given, who) -> {
            var ours = wildcards(document(given.needs(who)));
            var theirs = wildcards(given.of(who).orElseThrow());
            assertTrue(
                    given.isManaged()
                            || differences("forgotten").contains(given.name())
                            || differences("more-wildcards").contains(given.name())
                            || ours <= theirs,
                    ours + " wildcards against " + theirs);
        });
    }

    @Test
    void altogetherThereAreFarFewer() {
        int ours = 0;
        int theirs = 0;
        for (var given : cases()) {
            for (var who : roles(given)) {
                ours += wildcards(document(given.needs(who)));
                theirs += wildcards(given.of(who).orElseThrow());
            }
        }
        assertTrue(ours * 2 < theirs, ours + " wildcards against " + theirs);
    }

    /// How many different patterns are open: an action, or the name of a thing or all of it.
    private static int wildcards(PolicyDocument document) {
        return (int)
                document.rules().stream()
                        .flatMap(rule ->
                                Stream.concat(
                                        rule.actions().patterns().stream(),
                                        rule.resources().orElseThrow().patterns().stream()))
                        .filter(pattern -> pattern.contains("*"))
                        .distinct()
                        .count();
    }

    private Stream<DynamicTest> each(java.util.function.BiConsumer<Case, Principal> check) {
        return cases().stream()
                .flatMap(given ->
                        roles(given).stream()
                                .map(who ->
                                        DynamicTest.dynamicTest(
                                                given.name() + " " + Case.key(who),
                                                () -> check.accept(given, who))));
    }

    private static List<Principal> roles(Case given) {
        return Stream.of(Principal.ACTION_ROLE, Principal.BUILD_PROJECT_ROLE)
                .filter(who -> given.of(who).isPresent())
                .toList();
    }

    private static PolicyDocument document(List<Need> needs) {
        var statements = new Statements();
        needs.forEach(n -> statements.add(new Statement.Reason(Optional.empty(), n.why()), n));
        return PolicyDocument.of(
                Map.of(
                        "Statement",
                        statements.merged().stream()
                                .map(s -> {
                                    var block = new LinkedHashMap<String, Map<String, Object>>();
                                    s.conditions()
                                            .forEach(c ->
                                                    block.computeIfAbsent(
                                                                    c.operator(),
                                                                    _ -> new LinkedHashMap<>())
                                                            .put(
                                                                    c.key(),
                                                                    c.values().stream()
                                                                            .map(Text::shown)
                                                                            .toList()));
                                    return Map.of(
                                            "Sid", s.sid(),
                                            "Effect", "Allow",
                                            "Action", s.actions(),
                                            "Resource",
                                                    s.resources().stream()
                                                            .map(Text::shown)
                                                            .toList(),
                                            "Condition", block);
                                })
                                .toList()));
    }

    private static Set<String> differences(String side) {
        var named = new TreeSet<String>();
        ((Map<?, ?>) FILE.getOrDefault(side, Map.of()))
                .keySet()
                .forEach(k -> named.add((String) k));
        return named;
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        ((List<?>) FILE.get("pipelines")).forEach(c -> cases.add(new Case((Map<?, ?>) c)));
        return cases;
    }

    private static Map<String, Object> file() {
        try {
            return TemplateText.parse(
                    Files.readString(Path.of("src/test/resources/io/stagecraft/iam/expert.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
