/// What AWS offers, read from data files: every action type and rule type with its fields, artifact bounds, permissions and sources.
///
/// A fact about AWS stands in one such file and nowhere else; forms, checks, roles and the Practice account all read it.
@NullMarked
package io.stagecraft.catalog;

import org.jspecify.annotations.NullMarked;
