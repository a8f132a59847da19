package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What a change set says of one resource that would change: which members, why, and whether that makes it anew.
///
/// @param old what the resource comes to now, as [Outline] has it
/// @param now what it would come to
/// @param declared its properties as the new template writes them
/// @param parameters keys of the template's parameters whose values change
/// @param anew keys of resources that are made anew, and with them what refers to them
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html">ResourceChangeDetail</a>
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-samples.html">Example change sets</a>
record ChangeDetails(
        ResourceTypes.Type type,
        Map<String, Object> old,
        Map<String, Object> now,
        Map<String, Object> declared,
        Set<String> parameters,
        Set<String> anew) {
    List<ResourceChangeDetail> all() {
        var details = new ArrayList<ResourceChangeDetail>();
        var before = map(old.get("Properties"));
        var after = map(now.get("Properties"));
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (var name : names) {
            boolean changed = !Objects.equals(before.get(name), after.get(name));
            details.addAll(causes(name, changed));
        }
        if (!Objects.equals(old.get("Metadata"), now.get("Metadata"))) {
            var metadata = ResourceTargetDefinition.builder().attribute(ResourceAttribute.METADATA);
            details.add(direct(metadata.build(), EvaluationType.STATIC));
        }
        return details;
    }

    private List<ResourceChangeDetail> causes(String property, boolean changed) {
        var causes = new ArrayList<ResourceChangeDetail>();
        var target = target(property);
        boolean given = false;
        for (var reference : References.in(declared.get(property))) {
            var name = reference.name();
            if (changed && parameters.contains(name)) {
                given = true;
                causes.add(
                        detail(
                                target,
                                EvaluationType.STATIC,
                                ChangeSource.PARAMETER_REFERENCE,
                                name));
            } else if (anew.contains(name)) {
                causes.add(
                        reference.attribute().isEmpty()
                                ? detail(
                                        target,
                                        EvaluationType.DYNAMIC,
                                        ChangeSource.RESOURCE_REFERENCE,
                                        name)
                                : detail(
                                        target,
                                        EvaluationType.DYNAMIC,
                                        ChangeSource.RESOURCE_ATTRIBUTE,
                                        name + "." + reference.attribute()));
            }
        }
        if (changed) {
            // a new value of a parameter is told twice: AWS cannot rule out that the template
            // changed too
            causes.add(direct(target, given ? EvaluationType.DYNAMIC : EvaluationType.STATIC));
        }
        return causes;
    }

    private ResourceTargetDefinition target(String property) {
        return property.equals("Tags")
                ? ResourceTargetDefinition.builder()
                        .attribute(ResourceAttribute.TAGS)
                        .requiresRecreation(RequiresRecreation.NEVER)
                        .build()
                : ResourceTargetDefinition.builder()
                        .attribute(ResourceAttribute.PROPERTIES)
                        .name(property)
                        .requiresRecreation(
                                type.replaces().contains(property)
                                        ? RequiresRecreation.ALWAYS
                                        : RequiresRecreation.NEVER)
                        .build();
    }

    private static ResourceChangeDetail direct(
            ResourceTargetDefinition target, EvaluationType evaluation) {
        return detail(target, evaluation, ChangeSource.DIRECT_MODIFICATION, null);
    }

    private static ResourceChangeDetail detail(
            ResourceTargetDefinition target,
            EvaluationType evaluation,
            ChangeSource source,
            @Nullable String cause) {
        return ResourceChangeDetail.builder()
                .target(target)
                .evaluation(evaluation)
                .changeSource(source)
                .causingEntity(cause)
                .build();
    }
}
