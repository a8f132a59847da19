/// The one door to AWS, real or practice: deploying through change sets, and reading and steering runs.
///
/// Everything goes through the AWS SDK's clients with an endpoint and a region given, so the same code meets both.
@NullMarked
package io.stagecraft.aws;

import org.jspecify.annotations.NullMarked;
