package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.cloudformation.model.*;

/// CloudFormation's operations: the table of what can be asked, and who answers.
public final class CloudFormationService {
    private final StackOperations ofStacks;
    private final ChangeSetOperations ofChangeSets;
    private final TemplateOperations ofTemplates;
    private final ResourceOperations ofResources;
    private final PolicyOperations ofPolicies;
    private final ExportOperations ofExports;

    public CloudFormationService(Timeline time, Stacks stacks) {
        this.ofStacks = new StackOperations(time, stacks);
        this.ofChangeSets = new ChangeSetOperations(time, stacks);
        this.ofTemplates = new TemplateOperations(time, stacks);
        this.ofResources = new ResourceOperations(time, stacks);
        this.ofPolicies = new PolicyOperations(time, stacks);
        this.ofExports = new ExportOperations(time, stacks);
    }

    /// What can be asked.
    public Service service() {
        return Service.query("cloudformation", "2010-05-15")
                .can("ValidateTemplate", ValidateTemplateRequest::builder, ofTemplates::validate)
                .can("GetTemplateSummary", GetTemplateSummaryRequest::builder, ofTemplates::summary)
                .can("CreateStack", CreateStackRequest::builder, ofStacks::create)
                .can("UpdateStack", UpdateStackRequest::builder, ofStacks::update)
                .can("CancelUpdateStack", CancelUpdateStackRequest::builder, ofStacks::cancel)
                .can(
                        "UpdateTerminationProtection",
                        UpdateTerminationProtectionRequest::builder,
                        ofPolicies::protect)
                .can("GetStackPolicy", GetStackPolicyRequest::builder, ofPolicies::policy)
                .can("SetStackPolicy", SetStackPolicyRequest::builder, ofPolicies::setPolicy)
                .can(
                        "ContinueUpdateRollback",
                        ContinueUpdateRollbackRequest::builder,
                        ofStacks::continueRollback)
                .can("DeleteStack", DeleteStackRequest::builder, ofStacks::delete)
                .can(
                        "CreateChangeSet",
                        CreateChangeSetRequest::builder,
                        ofChangeSets::createChangeSet)
                .can(
                        "DescribeChangeSet",
                        DescribeChangeSetRequest::builder,
                        ofChangeSets::describeChangeSet)
                .can(
                        "ExecuteChangeSet",
                        ExecuteChangeSetRequest::builder,
                        ofChangeSets::executeChangeSet)
                .can(
                        "DeleteChangeSet",
                        DeleteChangeSetRequest::builder,
                        ofChangeSets::deleteChangeSet)
                .can("ListChangeSets", ListChangeSetsRequest::builder, ofChangeSets::listChangeSets)
                .can("DescribeStacks", DescribeStacksRequest::builder, ofStacks::describe)
                .can("ListStacks", ListStacksRequest::builder, ofStacks::list)
                .can(
                        "DescribeStackEvents",
                        DescribeStackEventsRequest::builder,
                        ofResources::events)
                .can(
                        "DescribeStackResources",
                        DescribeStackResourcesRequest::builder,
                        ofResources::resources)
                .can(
                        "DescribeStackResource",
                        DescribeStackResourceRequest::builder,
                        ofResources::resource)
                .can(
                        "ListStackResources",
                        ListStackResourcesRequest::builder,
                        ofResources::listResources)
                .can("GetTemplate", GetTemplateRequest::builder, ofTemplates::template)
                .can("ListExports", ListExportsRequest::builder, ofExports::exports)
                .can("ListImports", ListImportsRequest::builder, ofExports::imports);
    }
}
