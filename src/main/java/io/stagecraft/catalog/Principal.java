package io.stagecraft.catalog;

/// Who needs a permission.
public enum Principal {
    /// The pipeline's own role, whatever role the action has.
    PIPELINE_ROLE,
    /// The role the action runs under: its own, or else the pipeline's.
    ACTION_ROLE,
    /// The service role of the CodeBuild project the action starts.
    BUILD_PROJECT_ROLE,
    /// The role under which CodeBuild starts the builds of a batch.
    BATCH_ROLE,
    /// The role that CloudFormation works under.
    STACK_ROLE,
    /// The service role of a CodeDeploy deployment group.
    DEPLOYMENT_GROUP_ROLE,
    /// The role of the EC2 instances that take a deployment.
    INSTANCE_ROLE,
    /// The role of the Lambda function that is invoked.
    FUNCTION_ROLE,
    /// The person or program that creates the pipeline.
    DEPLOYER,
    /// The person who approves.
    APPROVER,
    /// The worker that does a custom action's jobs.
    JOB_WORKER
}
