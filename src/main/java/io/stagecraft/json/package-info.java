/// JSON as plain values, read with places and written the same way every time.
///
/// Reading is Jackson's parser alone, without its data binding: that keeps the command line's cold start short.
@NullMarked
package io.stagecraft.json;

import org.jspecify.annotations.NullMarked;
