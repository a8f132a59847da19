/// The services' wire protocols: AWS JSON, Smithy RPC v2 CBOR and AWS Query, one generic reader and writer each.
@NullMarked
package io.stagecraft.practice.wire;

import org.jspecify.annotations.NullMarked;
