package io.stagecraft.validate;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.model.ArtifactFlow;
import io.stagecraft.model.Design;

import java.util.stream.Stream;

/// Something that is true of every good design. Named for what is true when all is well.
public interface Rule {
    Info info();

    /// The problems of this kind in the drawing, in drawn order.
    Stream<Problem> check(Drawing drawing);

    /// A design with what most rules need to look up, worked out once.
    record Drawing(Design design, ActionCatalog catalog, ArtifactFlow flow) {
        public static Drawing of(Design design, ActionCatalog catalog) {
            return new Drawing(design, catalog, ArtifactFlow.of(design));
        }
    }
}
