package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.Tag;

import java.util.ArrayList;
import java.util.List;

/// The tags that a resource may have.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_TagResource.html">TagResource</a>
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html">Quotas</a>
final class Tags {
    private static final int MOST = 50;
    private static final String RESERVED = "aws:";

    private Tags() {}

    /// What a resource has once it is given more; a key that it has already gets the new value.
    ///
    /// @throws Refusal `InvalidTagsException` or `TooManyTagsException`
    static List<Tag> with(List<Tag> has, List<Tag> more) {
        var tags = new ArrayList<>(has);
        for (var tag : more) {
            if (tag.key().startsWith(RESERVED)) {
                throw new Refusal(
                        "InvalidTagsException",
                        "The tag key "
                                + tag.key()
                                + " begins with aws:, which is reserved for AWS");
            }
            if (more.stream().filter(t -> t.key().equals(tag.key())).count() > 1) {
                throw new Refusal(
                        "InvalidTagsException", "The tag key " + tag.key() + " is given twice");
            }
            tags.removeIf(t -> t.key().equals(tag.key()));
            tags.add(tag);
        }
        if (tags.size() > MOST) {
            throw new Refusal(
                    "TooManyTagsException",
                    "A resource may have " + MOST + " tags, and this would have " + tags.size());
        }
        return tags;
    }
}
