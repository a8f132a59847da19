package io.stagecraft.ui.permissions;

import io.stagecraft.blueprint.ExistingRoles;
import io.stagecraft.iam.Comparison;
import io.stagecraft.iam.Comparison.Given;
import io.stagecraft.iam.PolicyDocument;
import io.stagecraft.iam.Statement;
import io.stagecraft.importer.PolicyFile;
import io.stagecraft.importer.PolicyFile.Place;
import io.stagecraft.importer.UnreadableImport;
import io.stagecraft.ui.Workspace;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A policy that somebody pastes, held against what one role of the design needs.
public final class CompareViewModel {
    /// What a line is about.
    public enum Kind {
        MISSING,
        OPEN,
        WIDE,
        FINE,
        UNREADABLE
    }

    /// One finding in words.
    ///
    /// @param words what it is, such as the calls that are missing
    /// @param detail on what, why, and what would do; a line each
    public record Line(Kind kind, String words, List<String> detail) {
        public Line {
            detail = List.copyOf(detail);
        }
    }

    private final Workspace workspace;
    private final ExistingRoles roles;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

    public CompareViewModel(Workspace workspace, ExistingRoles roles, InstantSource clock) {
        this.workspace = workspace;
        this.roles = roles;
        this.clock = clock;
    }

    /// What the last comparison found; empty before the first.
    public ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Compares.
    ///
    /// @param role the logical id of the role of the design; where it has none of that name, the pipeline's
    /// @param text a policy document, or a template with the role in it
    public void compare(String role, String text) {
        var subjects = roles.of(workspace.design());
        lines.set(
                subjects.stream()
                        .filter(s -> s.name().equals(role))
                        .findFirst()
                        .or(() -> subjects.stream().findFirst())
                        .map(s -> compared(s, text))
                        .orElseGet(() ->
                                List.of(
                                        unreadable(
                                                "No role of this design needs anything yet. Draw an action first."))));
    }

    private List<Line> compared(ExistingRoles.Subject subject, String text) {
        try {
            var setting = ExistingRoles.setting(subject, text, clock.instant());
            var place = new Place(setting.partition(), setting.region(), setting.account());
            var file = PolicyFile.read(text, "The policy", wanted(text, subject), place);
            var given =
                    file.policies().stream()
                            .map(p -> new Given(p.name(), PolicyDocument.of(p.document())))
                            .toList();
            var boundary = file.boundary().map(b -> PolicyDocument.of(b.document()));
            var found =
                    new ArrayList<>(
                            lines(
                                    roles.compare(subject, given, boundary, setting),
                                    subject.unknown().isEmpty()));
            subject.unknown().forEach(gap -> found.add(new Line(Kind.OPEN, gap, List.of())));
            file.notes().forEach(note -> found.add(new Line(Kind.OPEN, note, List.of())));
            return found;
        } catch (UnreadableImport | IllegalArgumentException e) {
            return List.of(unreadable(String.valueOf(e.getMessage())));
        }
    }

    /// A template may hold the role under the name that the design would give it.
    private static Optional<String> wanted(String text, ExistingRoles.Subject subject) {
        return Optional.of(subject.name())
                .filter(name -> text.contains(name + ":") || text.contains("\"" + name + "\""));
    }

    private static Line unreadable(String words) {
        return new Line(Kind.UNREADABLE, words, List.of());
    }

    private static List<Line> lines(Comparison found, boolean allKnown) {
        var all = new ArrayList<Line>();
        if (found.isEnough()) {
            boolean certain = allKnown && found.open().isEmpty();
            all.add(
                    new Line(
                            Kind.FINE,
                            "Nothing that is needed is missing"
                                    + (certain ? "." : ", as far as can be told."),
                            List.of()));
        }
        found.missing()
                .forEach(m ->
                        all.add(
                                need(
                                        Kind.MISSING,
                                        m.actions(),
                                        m.resource(),
                                        m.needed(),
                                        m.why(),
                                        m.reasons())));
        found.open()
                .forEach(o ->
                        all.add(
                                need(
                                        Kind.OPEN,
                                        o.actions(),
                                        o.resource(),
                                        o.needed(),
                                        o.on(),
                                        o.reasons())));
        found.wide()
                .forEach(
                        w -> all.add(new Line(Kind.WIDE, String.join(", ", w.what()), details(w))));
        return all;
    }

    private static List<String> details(Comparison.Wide wide) {
        var details = new ArrayList<String>();
        details.add(wide.policy() + ", " + wide.statement() + " " + wide.excess().words());
        if (!wide.instead().isEmpty()) {
            details.add(wide.excess().instead() + " " + String.join(", ", wide.instead()));
        }
        return details;
    }

    private static Line need(
            Kind kind,
            List<String> actions,
            String resource,
            Statement needed,
            String why,
            List<Statement.Reason> reasons) {
        var details = new ArrayList<String>();
        details.add("on " + resource);
        needed.conditions().forEach(c -> details.add("if " + PermissionsViewModel.condition(c)));
        details.add("because " + why);
        details.add(
                "for "
                        + reasons.stream()
                                .map(Statement.Reason::words)
                                .distinct()
                                .collect(Collectors.joining("; ")));
        return new Line(kind, String.join(", ", actions), details);
    }
}
