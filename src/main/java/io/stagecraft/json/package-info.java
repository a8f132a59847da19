/// JSON as plain values, read with places and written the same way every time.
///
/// Reading is Jackson's parser alone, without its data binding: that keeps the command line's cold start short.
/// Templates, which may be YAML as well, become plain trees.
@NullMarked
package io.stagecraft.json;

import org.jspecify.annotations.NullMarked;
