/// The project file: one readable JSON document per design, written whole or not at all; and the shelf of starters.
@NullMarked
package io.stagecraft.project;

import org.jspecify.annotations.NullMarked;
