package io.stagecraft.practice.line;

import io.stagecraft.catalog.Bounds;
import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.codepipeline.model.*;

import java.util.Optional;
import java.util.stream.Stream;

/// The action types and rule types there are, and the custom ones that somebody makes.
record TypeOperations(Desk desk) implements CodePipelineService.Operations {
    private static final int MOST = 100;

    @Override
    public void join(Service service) {
        service.can("ListActionTypes", ListActionTypesRequest::builder, this::list)
                .can("GetActionType", GetActionTypeRequest::builder, this::get)
                .can("CreateCustomActionType", CreateCustomActionTypeRequest::builder, this::create)
                .can("DeleteCustomActionType", DeleteCustomActionTypeRequest::builder, this::delete)
                .can("ListRuleTypes", ListRuleTypesRequest::builder, this::rules);
    }

    private ActionTypes types() {
        return desk.pipelines().types;
    }

    private ListActionTypesResponse list(Caller caller, ListActionTypesRequest request) {
        return desk.ask(() -> {
            var owner = Optional.ofNullable(request.actionOwnerFilterAsString());
            var types =
                    Stream.concat(
                                    types().known().map(TypeView::type),
                                    types().customs(caller.region()).map(TypeView::type))
                            .filter(t ->
                                    owner.filter(o -> !o.equals(t.id().ownerAsString())).isEmpty())
                            .toList();
            var page = Page.of(types, null, MOST, request.nextToken());
            return ListActionTypesResponse.builder()
                    .actionTypes(page.items())
                    .nextToken(page.next())
                    .build();
        });
    }

    /// Only what an external provider made with CodePipeline's integration model can be had here; there is none.
    private GetActionTypeResponse get(Caller caller, GetActionTypeRequest request) {
        throw ActionTypes.notFound(
                ActionTypeId.builder()
                        .category(request.category())
                        .owner(request.owner())
                        .provider(request.provider())
                        .version(request.version())
                        .build());
    }

    private CreateCustomActionTypeResponse create(
            Caller caller, CreateCustomActionTypeRequest request) {
        return desk.ask(() -> {
            var type = custom(caller.region(), request);
            types().create(type);
            return CreateCustomActionTypeResponse.builder()
                    .actionType(TypeView.type(type))
                    .tags(request.tags())
                    .build();
        });
    }

    /// The type that a request describes.
    static ActionTypes.Custom custom(String region, CreateCustomActionTypeRequest request) {
        var id =
                ActionTypeId.builder()
                        .category(request.category())
                        .owner(ActionOwner.CUSTOM)
                        .provider(request.provider())
                        .version(request.version())
                        .build();
        return new ActionTypes.Custom(
                region,
                id,
                bounds(request.inputArtifactDetails()),
                bounds(request.outputArtifactDetails()),
                request.configurationProperties(),
                Optional.ofNullable(request.settings())
                        .map(ActionTypeSettings::executionUrlTemplate)
                        .orElse(""));
    }

    private static Bounds bounds(ArtifactDetails details) {
        return new Bounds(details.minimumCount(), details.maximumCount());
    }

    private DeleteCustomActionTypeResponse delete(
            Caller caller, DeleteCustomActionTypeRequest request) {
        return desk.ask(() -> {
            var id =
                    ActionTypeId.builder()
                            .category(request.category())
                            .owner(ActionOwner.CUSTOM)
                            .provider(request.provider())
                            .version(request.version())
                            .build();
            types().delete(caller.region(), id);
            return DeleteCustomActionTypeResponse.builder().build();
        });
    }

    private ListRuleTypesResponse rules(Caller caller, ListRuleTypesRequest request) {
        var owner = Optional.ofNullable(request.ruleOwnerFilterAsString());
        return ListRuleTypesResponse.builder()
                .ruleTypes(
                        desk.pipelines().rules.all().stream()
                                .map(TypeView::type)
                                .filter(t ->
                                        owner.filter(o -> !o.equals(t.id().ownerAsString()))
                                                .isEmpty())
                                .toList())
                .build();
    }
}
