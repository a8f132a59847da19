/// What a person drew, as plain values: the design, its stages and actions, its environments and the resources that come with it.
///
/// A design may be wrong (half drawn, no source yet) but never broken (null, shared, changed behind you), so any thread may hold one.
@NullMarked
package io.stagecraft.model;

import org.jspecify.annotations.NullMarked;
