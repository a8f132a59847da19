/// All that must exist for a design to run, per account and region, before anybody chose a syntax.
///
/// CloudFormation and Terraform are two ways to write a blueprint down.
@NullMarked
package io.stagecraft.blueprint;

import org.jspecify.annotations.NullMarked;
