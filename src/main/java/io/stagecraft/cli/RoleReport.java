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

/// A role that is there, held against what a design needs, in words and as JSON.
final class RoleReport {
    private final Design design;
    private final Optional<String> wanted;
    private final ExistingRoles roles;
    private final ExistingRoles.Subject subject;

    /// What came of it.
    record Result(
            Design design,
            String role,
            List<String> policies,
            Comparison comparison,
            List<String> notes) {
        Result {
            policies = List.copyOf(policies);
            notes = List.copyOf(notes);
        }

        String text() {
            var all = new StringBuilder();
            all.append(role).append(" against ").append(String.join(", ", policies)).append("\n");
            section(all, "Missing", comparison.missing().stream().map(this::missing).toList());
            section(all, "Cannot be told", comparison.open().stream().map(this::open).toList());
            section(
                    all,
                    "Wider than needed",
                    comparison.wide().stream().map(Result::wide).toList());
            if (comparison.isEnough()) {
                all.append("Nothing that is needed is missing.\n");
            }
            return all.toString();
        }

        private static void section(StringBuilder all, String title, List<String> items) {
            if (!items.isEmpty()) {
                all.append(title).append("\n");
                items.forEach(item -> all.append(item));
            }
        }

        private String missing(Missing missing) {
            return lines(missing.actions(), missing.resource(), missing.needed(), missing.why());
        }

        private String open(Open open) {
            return lines(open.actions(), open.resource(), open.needed(), open.on());
        }

        private String lines(List<String> actions, String resource, Statement needed, String why) {
            return "  "
                    + String.join(", ", actions)
                    + "\n    on "
                    + resource
                    + "\n"
                    + needed.conditions().stream()
                            .map(c -> "    if " + IamCommand.clause(c) + "\n")
                            .collect(Collectors.joining())
                    + "    because "
                    + why
                    + "\n"
                    + reasons(needed).stream()
                            .map(r -> "    for " + r + "\n")
                            .collect(Collectors.joining());
        }

        private List<String> reasons(Statement needed) {
            return needed.reasons().stream().map(r -> IamCommand.reason(r, design)).toList();
        }

        private static String wide(Wide wide) {
            return "  "
                    + wide.policy()
                    + ", "
                    + wide.statement()
                    + ": "
                    + wide.excess().words()
                    + "\n    "
                    + String.join(", ", wide.what())
                    + "\n"
                    + (wide.instead().isEmpty()
                            ? ""
                            : "    enough: " + String.join(", ", wide.instead()) + "\n");
        }

        Json json() {
            return Doc.of()
                    .put("role", role)
                    .put("policies", policies)
                    .put("enough", comparison.isEnough())
                    .put(
                            "missing",
                            Doc.list(
                                    comparison.missing(),
                                    m -> need(m.actions(), m.resource(), m.needed(), m.why())))
                    .put(
                            "open",
                            Doc.list(
                                    comparison.open(),
                                    o -> need(o.actions(), o.resource(), o.needed(), o.on())))
                    .put("wide", Doc.list(comparison.wide(), Result::json))
                    .done();
        }

        private Json need(List<String> actions, String resource, Statement needed, String because) {
            return Doc.of()
                    .put("sid", needed.sid())
                    .put("actions", actions)
                    .put("resource", resource)
                    .put(
                            "conditions",
                            needed.conditions().stream().map(IamCommand::clause).toList())
                    .put("because", because)
                    .put("for", reasons(needed))
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
        this.subject = subject(roles.of(design), of);
    }

    private ExistingRoles.Subject subject(
            List<ExistingRoles.Subject> subjects, Optional<String> of) {
        var named =
                of.or(() -> wanted)
                        .flatMap(name ->
                                subjects.stream().filter(s -> s.name().equals(name)).findFirst());
        if (named.isPresent()) {
            return named.get();
        }
        if (of.isPresent() || subjects.isEmpty()) {
            throw Refused.input(
                    subjects.isEmpty()
                            ? "No role of this design needs anything yet. Draw an action first."
                            : "The design has no role "
                                    + of.orElse("")
                                    + "; it has "
                                    + subjects.stream()
                                            .map(ExistingRoles.Subject::name)
                                            .collect(Collectors.joining(", "))
                                    + ".");
        }
        return subjects.getFirst();
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
                design,
                subject.name(),
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
            throw Refused.input(file + ": " + policy.name() + ": " + e.getMessage());
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
