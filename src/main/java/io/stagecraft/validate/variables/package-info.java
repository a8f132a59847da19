/// Rules on variables and namespaces.
@NullMarked
package io.stagecraft.validate.variables;

import org.jspecify.annotations.NullMarked;
