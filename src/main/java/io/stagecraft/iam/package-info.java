/// The smallest role that can run a design, statement by statement with its reason; and whether AWS would allow a call.
@NullMarked
package io.stagecraft.iam;

import org.jspecify.annotations.NullMarked;
