/// Rules on quotas.
@NullMarked
package io.stagecraft.validate.quotas;

import org.jspecify.annotations.NullMarked;
