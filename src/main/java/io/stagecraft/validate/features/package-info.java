/// Rules on modes, triggers and stage conditions, and on what a V1 pipeline lacks.
@NullMarked
package io.stagecraft.validate.features;

import org.jspecify.annotations.NullMarked;
