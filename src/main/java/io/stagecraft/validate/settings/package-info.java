/// Rules on settings, read from the catalogue, and on what they point at.
@NullMarked
package io.stagecraft.validate.settings;

import org.jspecify.annotations.NullMarked;
