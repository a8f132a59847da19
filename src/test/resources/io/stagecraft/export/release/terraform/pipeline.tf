resource "aws_codepipeline" "pipeline" {
  name           = "orders-release"
  role_arn       = aws_iam_role.pipeline_role.arn
  pipeline_type  = "V2"
  execution_mode = "SUPERSEDED"

  artifact_store {
    type     = "S3"
    location = aws_s3_bucket.artifact_bucket.id

    encryption_key {
      id   = aws_kms_key.artifact_key.arn
      type = "KMS"
    }
  }

  trigger {
    provider_type = "CodeStarSourceConnection"

    git_configuration {
      source_action_name = "GitHub"

      push {
        branches {
          includes = ["main"]
        }
      }
    }
  }

  stage {
    name = "Source"

    action {
      name             = "GitHub"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      run_order        = 1
      namespace        = "SourceVariables"
      output_artifacts = ["SourceOutput"]

      configuration = {
        ConnectionArn    = aws_codeconnections_connection.orders_github_connection.arn
        FullRepositoryId = "example/orders"
        BranchName       = "main"
      }
    }
  }

  stage {
    name = "Build"

    action {
      name             = "Package"
      category         = "Build"
      owner            = "AWS"
      provider         = "CodeBuild"
      version          = "1"
      run_order        = 1
      namespace        = "BuildVariables"
      input_artifacts  = ["SourceOutput"]
      output_artifacts = ["BuildOutput"]

      configuration = {
        ProjectName = aws_codebuild_project.orders_build_project.name

        EnvironmentVariables = jsonencode([{
          name  = "COMMIT_ID"
          value = "#{SourceVariables.CommitId}"
        }])
      }
    }
  }

  stage {
    name = "Test"

    action {
      name            = "UnitTests"
      category        = "Test"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      run_order       = 1
      input_artifacts = ["SourceOutput"]

      configuration = {
        ProjectName = aws_codebuild_project.orders_unit_tests_project.name
      }
    }

    action {
      name            = "TemplateScan"
      category        = "Test"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      run_order       = 1
      input_artifacts = ["BuildOutput"]

      configuration = {
        ProjectName = aws_codebuild_project.orders_template_scan_project.name
      }
    }
  }

  stage {
    name = "Production"

    action {
      name      = "Approve"
      category  = "Approval"
      owner     = "AWS"
      provider  = "Manual"
      version   = "1"
      run_order = 1

      configuration = {
        NotificationArn    = aws_sns_topic.orders_approvals_topic.arn
        CustomData         = "Release commit #{SourceVariables.CommitId} of #{SourceVariables.BranchName} to production? Unit tests and template scan have passed."
        ExternalEntityLink = "https://github.com/example/orders/commit/#{SourceVariables.CommitId}"
      }
    }

    action {
      name            = "PrepareChanges"
      category        = "Deploy"
      owner           = "AWS"
      provider        = "CloudFormation"
      version         = "1"
      run_order       = 2
      input_artifacts = ["BuildOutput"]

      configuration = {
        ActionMode            = "CHANGE_SET_REPLACE"
        StackName             = "orders-production"
        ChangeSetName         = "orders-release"
        RoleArn               = aws_iam_role.orders_stack_role.arn
        TemplatePath          = "BuildOutput::template.yml"
        TemplateConfiguration = "BuildOutput::production.json"
      }
    }

    action {
      name      = "ExecuteChanges"
      category  = "Deploy"
      owner     = "AWS"
      provider  = "CloudFormation"
      version   = "1"
      run_order = 3
      namespace = "DeployVariables"

      configuration = {
        ActionMode    = "CHANGE_SET_EXECUTE"
        StackName     = "orders-production"
        ChangeSetName = "orders-release"
      }
    }
  }

  depends_on = [
    aws_iam_role_policy.orders_build_role,
    aws_iam_role_policy.orders_unit_tests_role,
    aws_iam_role_policy.orders_template_scan_role,
    aws_iam_role_policy.orders_stack_role,
    aws_iam_role_policy.pipeline_role,
  ]
}
