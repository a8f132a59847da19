/// A small AWS on this machine's loopback: CloudFormation creates what a template says, CodePipeline runs it, by a clock it is handed.
///
/// Reached through the services' own wire protocols only, so that whoever talks to it could as well talk to AWS.
@NullMarked
package io.stagecraft.practice;

import org.jspecify.annotations.NullMarked;
