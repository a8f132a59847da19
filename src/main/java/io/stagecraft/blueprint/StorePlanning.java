package io.stagecraft.blueprint;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.iam.Text;
import io.stagecraft.model.Design;

/// Plans the stores of artifacts and the keys to them.
final class StorePlanning {
    private final Drafting draft;
    private final ActionCatalog catalog;
    private final Design design;
    private final Ground ground;
    private final Stores stores;
    private final Companions companions;
    private final Views views;

    StorePlanning(Drafting draft) {
        this.draft = draft;
        this.catalog = draft.catalog;
        this.design = draft.design;
        this.ground = draft.ground;
        this.stores = draft.stores;
        this.companions = draft.companions;
        this.views = draft.views;
    }

    void store(Stores.At at) {
        if (at.bucketKey().isEmpty() && at.keyKey().isEmpty()) {
            return;
        }
        var stack = ground.draft(at.site());
        var guests = new Guests(design, catalog, ground, companions, views).of(at);
        at.keyKey()
                .ifPresent(key -> {
                    stack.resources.add(
                            new Resource.EncryptionKey(
                                    key,
                                    "Encrypts the artifacts of " + design.name(),
                                    stores.alias(),
                                    ResourcePolicies.key(guests, draft.logs(at.site()))));
                    stack.outputs.add(
                            new StackPlan.Output(
                                    Stores.KEY_ARN,
                                    "The key that encrypts the artifacts",
                                    Text.arnOf(key)));
                });
        at.bucketKey()
                .ifPresent(key -> {
                    stack.resources.add(
                            new Resource.ArtifactBucket(
                                    key,
                                    stores.fixedName(at),
                                    stores.projectsKey(at.site().region(), at.site()),
                                    ResourcePolicies.bucket(key, guests)));
                    stack.outputs.add(
                            new StackPlan.Output(
                                    "ArtifactBucketName",
                                    "The bucket that holds the artifacts",
                                    Text.nameOf(key)));
                });
    }
}
