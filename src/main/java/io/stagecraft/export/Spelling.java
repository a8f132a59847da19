package io.stagecraft.export;

import io.stagecraft.model.Extras;

import java.util.Locale;

/// Whose names the members of a pipeline have.
final class Spelling {
    private final boolean isCloudFormation;

    private Spelling(boolean isCloudFormation) {
        this.isCloudFormation = isCloudFormation;
    }

    /// As `AWS::CodePipeline::Pipeline` has them.
    static Spelling cloudFormation() {
        return new Spelling(true);
    }

    /// As the service's own API has them.
    static Spelling api() {
        return new Spelling(false);
    }

    boolean isCloudFormation() {
        return isCloudFormation;
    }

    /// @param name as CloudFormation spells it
    String of(String name) {
        return isCloudFormation
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    Doc named(String name) {
        return new Doc.Building().put(of("Name"), name).done();
    }

    /// The body with what an import brought along: all of it in the API's spelling, in CloudFormation's what it has a name for.
    Doc.Obj with(Doc.Building body, Foreign.Owner owner) {
        return owner.extras().foreign().isEmpty()
                ? body.done()
                : Foreign.into(body.done(), mine(owner));
    }

    private Extras mine(Foreign.Owner owner) {
        return isCloudFormation ? CloudFormationMembers.load().known(owner) : owner.extras();
    }
}
