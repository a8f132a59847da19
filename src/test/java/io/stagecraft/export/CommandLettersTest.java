package io.stagecraft.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.blueprint.Starter;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.model.Companion;
import io.stagecraft.model.Condition;
import io.stagecraft.model.ConditionRule;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A shell gets a command letter by letter, whatever carries it there.
class CommandLettersTest {
    private static final String REGION = "${AWS::Region}";
    private static final String DATA = "${data.aws_region.current.region}";
    private static final List<String> PIECES =
            List.of(
                    "for i in \"${!SERVICES[@]}\"; do",
                    "${!NAME}",
                    "${!MAP[\"a b\"]}",
                    "$${x}",
                    "$$${x}",
                    "${Env}",
                    "${var.branch}",
                    "${A:-b}",
                    "${A:-${B}}",
                    "${A:-${!B}}",
                    "${A//\\\\/x}",
                    "${#S[@]}",
                    "${x",
                    "$",
                    "}",
                    "%{y}",
                    "%%{",
                    "\"",
                    "'",
                    "\\",
                    "\\n",
                    "\n",
                    "\r\n",
                    "\n\n",
                    "\nEOT\n",
                    "\t",
                    " ",
                    "#{Src.CommitId}",
                    "$(date)",
                    "Grüße",
                    REGION,
                    "\"" + REGION + "\"");

    private static String nasty(Random random) {
        return "x"
                + IntStream.range(0, 1 + random.nextInt(8))
                        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                        .collect(Collectors.joining())
                        // a dollar in front is the shell's own and makes letters of the rest
                        .replace("$" + REGION, REGION)
                + (random.nextBoolean() ? "\n" : "");
    }

    private static Design design(String text) {
        var design = Starter.design();
        var build =
                design.actions()
                        .filter(a -> a.settings().containsKey("ProjectName"))
                        .findFirst()
                        .orElseThrow();
        var rule =
                new ConditionRule(
                        "Probe",
                        "Commands",
                        "1",
                        new LinkedHashMap<>(),
                        List.of(text),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Extras.NONE);
        var entry = new Condition(Optional.empty(), List.of(rule), Extras.NONE);
        return design.withCompanions(
                        design.companions().stream()
                                .map(c ->
                                        c instanceof Companion.BuildProject p
                                                ? p.withBuildspec(text)
                                                : c)
                                .toList())
                .withStages(
                        design.stages().stream()
                                .map(s ->
                                        s.withAction(
                                                        build.id(),
                                                        a ->
                                                                a.withSetting(
                                                                                "BuildspecOverride",
                                                                                text)
                                                                        .withCommands(
                                                                                List.of(text)))
                                                .withConditions(
                                                        Optional.of(entry),
                                                        s.onSuccess(),
                                                        s.onFailure()))
                                .toList());
    }

    private static Blueprint blueprint(String text) {
        return new Planner(CatalogFiles.load()).plan(design(text));
    }

    private static String all(Bundle bundle) {
        return bundle.files().stream().map(Bundle.TextFile::content).collect(Collectors.joining());
    }

    private static void each(BiConsumer<String, Blueprint> check) {
        var random = new Random(7);
        PIECES.forEach(p -> check.accept("x" + p, blueprint("x" + p)));
        for (int i = 0; i < 60; i++) {
            var text = nasty(random);
            check.accept(text, blueprint(text));
        }
    }

    @Test
    void cloudFormationCarriesItLetterByLetter() {
        each((text, blueprint) -> {
            for (var syntax : Syntax.values()) {
                var written = all(new CloudFormationExporter(syntax).write(blueprint));
                var template =
                        syntax == Syntax.JSON
                                ? Templates.parseJson(written)
                                : Templates.parseYaml(written);
                var found = new ArrayList<String>();
                commands(template, found);
                assertTrue(found.size() >= 4, written);
                found.forEach(f -> assertEquals(text, f, written));
            }
        });
    }

    private static void commands(Object value, List<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                switch (String.valueOf(name)) {
                    case "BuildSpec", "BuildspecOverride" -> into.add(deployed(inner));
                    case "Commands" -> into.add(deployed(((List<?>) inner).getFirst()));
                    default -> commands(inner, into);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(v -> commands(v, into));
        }
    }

    /// What CloudFormation makes of a value. A hole ends at the first brace.
    private static String deployed(Object value) {
        if (!(value instanceof Map<?, ?> function)) {
            return (String) value;
        }
        if (function.get("Ref") instanceof String ref) {
            return "${" + ref + "}";
        }
        if (function.get("Fn::Join") instanceof List<?> join) {
            return ((List<?>) join.getLast())
                    .stream()
                            .map(CommandLettersTest::deployed)
                            .collect(Collectors.joining((String) join.getFirst()));
        }
        return Pattern.compile("\\$\\{(!?)([^}]*)}")
                .matcher((String) function.get("Fn::Sub"))
                .replaceAll(m -> {
                    assertTrue(
                            !m.group(1).isEmpty() || m.group(2).equals("AWS::Region"), m.group());
                    return Matcher.quoteReplacement("${" + m.group(2) + "}");
                });
    }

    @Test
    void terraformCarriesItLetterByLetter() {
        each((text, blueprint) -> {
            var written = all(new TerraformExporter().write(blueprint));
            var found =
                    Pattern.compile(
                                    "(?m)^ *(?:buildspec|BuildspecOverride|commands) *= \\[?(<<-EOT\\n(?:.*\\n)*? *EOT$|.*)")
                            .matcher(written)
                            .results()
                            .map(m -> m.group(1).replaceFirst("]$", ""))
                            .toList();
            assertTrue(found.size() >= 4, written);
            found.forEach(f -> assertEquals(text, evaluated(f), f));
        });
    }

    /// What Terraform makes of an expression.
    private static String evaluated(String expression) {
        var isAsIs = expression.startsWith("<<-EOT\n");
        var letters = isAsIs ? asIs(expression) : expression.substring(1, expression.length() - 1);
        var out = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            var rest = letters.substring(i);
            if (rest.startsWith("$${") || rest.startsWith("%%{")) {
                out.append(rest, 1, 3);
                i += 2;
            } else if (rest.startsWith(DATA)) {
                out.append(REGION);
                i += DATA.length() - 1;
            } else if (!isAsIs && rest.startsWith("\\")) {
                i++;
                out.append(
                        switch (letters.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> letters.charAt(i);
                        });
            } else {
                assertTrue(!rest.startsWith("${") && !rest.startsWith("%{"), expression);
                assertTrue(isAsIs || !rest.startsWith("\""), expression);
                out.append(rest.charAt(0));
            }
        }
        return out.toString();
    }

    private static String asIs(String expression) {
        var body =
                expression.substring(
                        expression.indexOf('\n') + 1, expression.lastIndexOf('\n') + 1);
        var indent = body.length() - body.stripLeading().length();
        return body.lines()
                .map(line -> line.substring(Math.min(indent, line.length())) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void thePipelinesJsonCarriesItLetterByLetter() {
        each((text, blueprint) -> {
            var found = new ArrayList<String>();
            var written = all(new PipelineJsonExporter().write(blueprint));
            settings(Templates.parseJson(written), found);
            assertTrue(found.size() >= 2, written);
            found.forEach(f -> assertEquals(text, f, written));
        });
    }

    private static void settings(Object value, List<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                switch (String.valueOf(name)) {
                    case "BuildspecOverride" -> into.add((String) inner);
                    case "commands" -> into.add((String) ((List<?>) inner).getFirst());
                    default -> settings(inner, into);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(v -> settings(v, into));
        }
    }

    @Test
    void noCommandAsksForAParameter() {
        var names =
                blueprint("echo ${Env} ${var.branch} ${!Env}").home().parameters().stream()
                        .map(p -> p.name())
                        .filter(n -> n.equals("Env") || n.equals("Branch"))
                        .toList();
        assertEquals(List.of(), names);
    }
}
