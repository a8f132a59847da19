package io.stagecraft.model;

/// Which provider does the work: CodePipeline's `actionTypeId`.
///
/// @param provider 1–35 characters, as AWS spells it
/// @param version "1" for every AWS provider
public record ActionType(Category category, Owner owner, String provider, String version) {
    /// An AWS provider's action type in its only version.
    public static ActionType aws(Category category, String provider) {
        return new ActionType(category, Owner.AWS, provider, "1");
    }

    public boolean isSource() {
        return category == Category.SOURCE;
    }

    /// `Build/AWS/CodeBuild/1`: the catalogue's key, and how messages name a type.
    public String path() {
        return category.word() + "/" + owner.word() + "/" + provider + "/" + version;
    }
}
