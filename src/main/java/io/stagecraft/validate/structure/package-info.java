/// Rules on stages and where actions stand in them.
@NullMarked
package io.stagecraft.validate.structure;

import org.jspecify.annotations.NullMarked;
