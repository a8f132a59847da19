/// The design as code, live: CloudFormation, Terraform and CodePipeline's own JSON, with what changed since the last save.
@NullMarked
package io.stagecraft.ui.code;

import org.jspecify.annotations.NullMarked;
