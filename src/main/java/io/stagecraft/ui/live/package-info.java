/// Making a design of a pipeline that runs in an account.
@NullMarked
package io.stagecraft.ui.live;

import org.jspecify.annotations.NullMarked;
