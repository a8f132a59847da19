/// A blueprint as files, in memory: CloudFormation, Terraform, or the plain pipeline. The same blueprint is the same bytes.
@NullMarked
package io.stagecraft.export;

import org.jspecify.annotations.NullMarked;
