/// Rules on names and how long texts may be.
@NullMarked
package io.stagecraft.validate.names;

import org.jspecify.annotations.NullMarked;
