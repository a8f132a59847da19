package io.stagecraft.catalog;

import io.stagecraft.model.ActionType;
import io.stagecraft.model.PipelineType;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that is known of one action type: one data file.
///
/// @param title what the palette says, such as "CodeBuild"
/// @param summary a sentence on what it does
/// @param icon the name of its picture among the assets
/// @param source the page the facts come from
/// @param checked the day they were read, `YYYY-MM-DD`
/// @param main the setting that a card shows under the name; empty for none
/// @param open whether settings beyond the fields are legal, because the provider publishes no list of its own
/// @param members what stands beside the settings, such as commands
/// @param variables the output variables that are always there
/// @param dynamicVariables which further output variables appear, in words
/// @param moves who carries the artifacts between the store and the work
/// @param timeout in minutes, as AWS sets it
/// @param timeoutSettable whether the action takes a timeout of its own
/// @param startedBy the event that starts a pipeline on a new revision; nothing where the source tells the pipeline itself
/// @param traits what else rules and the catalogue's page know of it
/// @param verified whether the entry as a whole could be checked against a primary source
public record ActionSpec(
        ActionType type,
        String title,
        String summary,
        String icon,
        String source,
        String checked,
        Optional<String> main,
        Set<PipelineType> pipelineTypes,
        Bounds inputs,
        Bounds outputs,
        List<FieldSpec> fields,
        boolean open,
        List<Member> members,
        List<String> variables,
        Optional<String> dynamicVariables,
        Mover moves,
        int timeout,
        boolean timeoutSettable,
        Reach crossRegion,
        Reach crossAccount,
        Status status,
        List<PermissionSpec> permissions,
        Drop drop,
        Play play,
        Optional<StartedBy> startedBy,
        List<String> notes,
        Traits traits,
        boolean verified) {
    public ActionSpec {
        pipelineTypes = Set.copyOf(pipelineTypes);
        fields = List.copyOf(fields);
        members = List.copyOf(members);
        variables = List.copyOf(variables);
        permissions = List.copyOf(permissions);
        notes = List.copyOf(notes);
    }

    public Optional<FieldSpec> field(String key) {
        return fields.stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /// Whether this is what all custom types of a category share, rather than a type that an action can have.
    public boolean isShared() {
        return type.provider().equals("*");
    }

    ActionSpec withType(ActionType type) {
        return new ActionSpec(
                type,
                title,
                summary,
                icon,
                source,
                checked,
                main,
                pipelineTypes,
                inputs,
                outputs,
                fields,
                open,
                members,
                variables,
                dynamicVariables,
                moves,
                timeout,
                timeoutSettable,
                crossRegion,
                crossAccount,
                status,
                permissions,
                drop,
                play,
                startedBy,
                notes,
                traits,
                verified);
    }

    /// What an action declares beside its settings.
    public enum Member {
        COMMANDS,
        OUTPUT_VARIABLES,
        ENVIRONMENT_VARIABLES,
        OUTPUT_FILES
    }

    /// Who reads inputs and writes outputs.
    public enum Mover {
        ACTION_ROLE,
        BUILD_PROJECT_ROLE,
        NOBODY
    }

    /// Whether an action may work elsewhere than its pipeline.
    public enum Reach {
        YES,
        NO,
        /// Likely, but no page says so.
        UNVERIFIED_YES,
        /// Not likely, but no page says so.
        UNVERIFIED_NO;

        /// Whether the tool may call it wrong.
        public boolean isRefused() {
            return this == NO;
        }
    }

    /// Whether people should still choose it.
    public enum Status {
        CURRENT,
        LEGACY,
        RETIRED
    }
}
