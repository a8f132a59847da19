/// Every role and resource policy that the design brings along: who may do what, on what, and why.
@NullMarked
package io.stagecraft.ui.permissions;

import org.jspecify.annotations.NullMarked;
