package io.stagecraft.practice.stack;

import io.stagecraft.practice.wire.Refusal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// Blocks of IPv4 addresses, as `Fn::Cidr` cuts them.
///
/// @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html">Fn::Cidr</a>
final class Cidr {
    private static final Pattern BLOCK =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    private Cidr() {}

    /// @param bits of each block that are the host's own
    /// @return the first `count` blocks within `block`
    static List<String> within(String block, int count, int bits) {
        var match = BLOCK.matcher(block);
        if (!match.matches() || bits < 1 || bits > 32 || count < 1 || count > 256) {
            throw refused(block, count, bits);
        }
        long start = 0;
        for (int i = 1; i <= 4; i++) {
            start = start << 8 | Integer.parseInt(match.group(i));
        }
        int prefix = Integer.parseInt(match.group(5));
        long room = 1L << Math.max(0, 32 - prefix);
        long size = 1L << bits;
        if (count * size > room) {
            throw refused(block, count, bits);
        }
        long first = start & -room;
        return LongStream.range(0, count)
                .mapToObj(n -> text(first + n * size) + "/" + (32 - bits))
                .toList();
    }

    private static String text(long address) {
        return (address >> 24 & 255)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255);
    }

    private static Refusal refused(String block, int count, int bits) {
        return new Refusal(
                "ValidationError",
                "Template error: Fn::Cidr cannot cut %d blocks of %d bits out of %s"
                        .formatted(count, bits, block));
    }
}
