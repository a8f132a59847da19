/// Rules on accounts, regions, roles and artifact stores.
@NullMarked
package io.stagecraft.validate.places;

import org.jspecify.annotations.NullMarked;
