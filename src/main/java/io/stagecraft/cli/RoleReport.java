package io.stagecraft.cli;

import io.stagecraft.blueprint.ExistingRoles;
import io.stagecraft.blueprint.Planner;
import io.stagecraft.iam.Comparison;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.Comparison.Missing;
import io.stagecraft.iam.Comparison.Open;
import io.stagecraft.iam.Comparison.Wide;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.Statement;
import io.stagecraft.importer.PolicyFile;
import io.stagecraft.importer.PolicyFile.Named;
import io.stagecraft.importer.PolicyFile.Place;
import io.stagecraft.importer.UnreadableImport;
import io.stagecraft.json.Json;
import io.stagecraft.model.Design;

import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A role that is there, held against what a design needs, in words and as JSON.
final class RoleReport {
    private final Design design;
    private final Optional<String> wanted;
    private final ExistingRoles roles;
    private final ExistingRoles.Subject subject;

    /// What came of it.
    record Result(
            Grants grants,
            ExistingRoles.Subject subject,
            List<String> policies,
            Comparison comparison,
            List<String> notes) {
        Result {
            policies = List.copyOf(policies);
            notes = List.copyOf(notes);
        }

        String text() {
            var all = new StringBuilder();
            all.append(subject.name())
                    .append(" against ")
                    .append(String.join(", ", policies))
                    .append("\n");
            section(all, "Missing", comparison.missing().stream().map(this::missing).toList());
            section(
                    all,
                    "Cannot be told",
                    Stream.concat(
                                    comparison.open().stream().map(this::open),
                                    subject.unknown().stream().map(words -> "  " + words + "\n"))
                            .toList());
            section(
                    all,
                    "Wider than needed",
                    comparison.wide().stream().map(Result::wide).toList());
            if (comparison.isEnough()) {
                all.append("Nothing that is needed is missing")
                        .append(isCertain() ? "" : ", as far as can be told")
                        .append(".\n");
            }
            return all.toString();
        }

        private boolean isCertain() {
            return comparison.open().isEmpty() && subject.unknown().isEmpty();
        }

        private static void section(StringBuilder all, String title, List<String> items) {
            if (!items.isEmpty()) {
                all.append(title).append("\n");
                items.forEach(item -> all.append(item));
            }
        }

        private String missing(Missing missing) {
            return lines(
                    missing.actions(),
                    missing.resource(),
                    missing.needed(),
                    missing.why(),
                    missing.reasons());
        }

        private String open(Open open) {
            return lines(open.actions(), open.resource(), open.needed(), open.on(), open.reasons());
        }

        private String lines(
                List<String> actions,
                String resource,
                Statement needed,
                String why,
                List<Statement.Reason> reasons) {
            return "  "
                    + String.join(", ", actions)
                    + "\n    on "
                    + resource
                    + "\n"
                    + needed.conditions().stream()
                            .map(c -> "    if " + Grants.clause(c) + "\n")
                            .collect(Collectors.joining())
                    + "    because "
                    + why
                    + "\n"
                    + reasons(reasons).stream()
                            .map(r -> "    for " + r + "\n")
                            .collect(Collectors.joining());
        }

        private List<String> reasons(List<Statement.Reason> reasons) {
            return reasons.stream().map(grants::reason).toList();
        }

        private static String wide(Wide wide) {
            return "  "
                    + wide.policy()
                    + ", "
                    + wide.statement()
                    + " "
                    + wide.excess().words()
                    + "\n    "
                    + String.join(", ", wide.what())
                    + "\n"
                    + (wide.instead().isEmpty()
                            ? ""
                            : "    "
                                    + wide.excess().instead()
                                    + " "
                                    + String.join(", ", wide.instead())
                                    + "\n");
        }

        Json json() {
            return Doc.of()
                    .put("role", subject.name())
                    .put("exists", subject.exists())
                    .put("runs", subject.runs())
                    .put("policies", policies)
                    .put("enough", comparison.isEnough())
                    .put(
                            "missing",
                            Doc.list(
                                    comparison.missing(),
                                    m ->
                                            need(
                                                    m.actions(),
                                                    m.resource(),
                                                    m.needed(),
                                                    m.why(),
                                                    m.reasons())))
                    .put(
                            "open",
                            Doc.list(
                                    comparison.open(),
                                    o ->
                                            need(
                                                    o.actions(),
                                                    o.resource(),
                                                    o.needed(),
                                                    o.on(),
                                                    o.reasons())))
                    .put("unknown", subject.unknown())
                    .put("wide", Doc.list(comparison.wide(), Result::json))
                    .done();
        }

        private Json need(
                List<String> actions,
                String resource,
                Statement needed,
                String because,
                List<Statement.Reason> reasons) {
            return Doc.of()
                    .put("sid", needed.sid())
                    .put("actions", actions)
                    .put("resource", resource)
                    .put("conditions", needed.conditions().stream().map(Grants::clause).toList())
                    .put("because", because)
                    .put("for", reasons(reasons))
                    .done();
        }

        private static Json json(Wide wide) {
            return Doc.of()
                    .put("policy", wide.policy())
                    .put("statement", wide.statement())
                    .put("excess", wide.excess().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("what", wide.what())
                    .put("enough", wide.instead())
                    .done();
        }
    }

    /// @param wanted the role in a template
    /// @param of whose needs
    /// @throws Refused where there is no such role in the design
    RoleReport(Tools tools, Design design, Optional<String> wanted, Optional<String> of) {
        this.design = design;
        this.wanted = wanted;
        this.roles = new ExistingRoles(new Planner(tools.catalog().get()));
        var choice = new RoleChoice(design, roles.of(design));
        this.subject =
                of.map(choice::of).or(() -> wanted.flatMap(choice::named)).orElseGet(choice::first);
    }

    Result against(List<Path> files, Optional<Path> limits) throws Exception {
        var texts = new ArrayList<String>();
        for (var file : files) {
            texts.add(text(file));
        }
        var setting = ExistingRoles.setting(subject, String.join("\n", texts), Instant.now());
        var place = new Place(setting.partition(), setting.region(), setting.account());
        var notes = new ArrayList<String>();
        var given = new ArrayList<Given>();
        var boundary =
                limits.isEmpty()
                        ? Optional.<PolicyDocument>empty()
                        : Optional.of(
                                read(limits.get(), text(limits.get()), place).policies().stream()
                                        .map(p -> document(limits.get(), p))
                                        .findFirst()
                                        .orElseThrow());
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var read = read(file, texts.get(i), place);
            read.policies().forEach(p -> given.add(new Given(p.name(), document(file, p))));
            notes.addAll(read.notes());
            if (boundary.isEmpty()) {
                boundary = read.boundary().map(b -> document(file, b));
            }
        }
        return new Result(
                new Grants(design),
                subject,
                given.stream().map(Given::name).toList(),
                roles.compare(subject, given, boundary, setting),
                notes);
    }

    private PolicyFile read(Path file, String text, Place place) {
        try {
            return PolicyFile.read(text, String.valueOf(file.getFileName()), wanted, place);
        } catch (UnreadableImport e) {
            throw Refused.input(file + ": " + e.getMessage());
        }
    }

    private static PolicyDocument document(Path file, Named policy) {
        try {
            return PolicyDocument.of(policy.document());
        } catch (IllegalArgumentException e) {
            var where =
                    policy.name().equals(String.valueOf(file.getFileName()))
                            ? file.toString()
                            : file + ", " + policy.name();
            throw Refused.input(where + ": " + e.getMessage());
        }
    }

    private static String text(Path file) throws Exception {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw Refused.input(file + " is not there. Look for a typing slip in its name.");
        } catch (CharacterCodingException _) {
            throw Refused.input(file + " is no text in UTF-8. Save the policy as JSON.");
        }
    }
}
