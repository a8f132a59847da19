/// Rules that only advise.
@NullMarked
package io.stagecraft.validate.advice;

import org.jspecify.annotations.NullMarked;
