package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A piece of a list, and where the next begins.
record Page<T>(List<T> items, @Nullable String next) {
    /// @param max as the caller wants it
    /// @param most as AWS gives at once
    /// @throws Refusal `InvalidNextTokenException`
    static <T> Page<T> of(List<T> all, @Nullable Integer max, int most, @Nullable String token) {
        int start = 0;
        if (token != null) {
            if (!token.matches("\\d{1,9}")) {
                throw new Refusal(
                        "InvalidNextTokenException",
                        "The next token was specified in an invalid format.");
            }
            start = Math.min(all.size(), Integer.parseInt(token));
        }
        int end = Math.min(all.size(), start + Optional.ofNullable(max).orElse(most));
        return new Page<>(all.subList(start, end), end < all.size() ? String.valueOf(end) : null);
    }
}
