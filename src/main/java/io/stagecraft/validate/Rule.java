package io.stagecraft.validate;

import java.util.stream.Stream;

/// Something that is true of every good design. Named for what is true when all is well.
public interface Rule {
    Info info();

    /// The problems of this kind in the drawing, in drawn order.
    Stream<Problem> check(Drawing drawing);
}
