data "aws_iam_policy_document" "orders_build_role_trust" {
  # lets CodeBuild run builds of orders-build
  statement {
    sid     = "Trust"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:project/orders-build"]
    }
  }
}

resource "aws_iam_role" "orders_build_role" {
  description        = "Builds orders-build"
  assume_role_policy = data.aws_iam_policy_document.orders_build_role_trust.json
}

data "aws_iam_policy_document" "orders_build_role" {
  # reads SourceOutput
  # writes BuildOutput
  statement {
    sid    = "ReadAndWriteArtifacts"
    effect = "Allow"

    actions = [
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:PutObject",
    ]

    resources = ["${aws_s3_bucket.artifact_bucket.arn}/orders-release/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # reads SourceOutput
  # writes BuildOutput
  statement {
    sid    = "CheckArtifactBucket"
    effect = "Allow"

    actions = [
      "s3:GetBucketAcl",
      "s3:GetBucketLocation",
    ]

    resources = [aws_s3_bucket.artifact_bucket.arn]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # reads SourceOutput
  # writes BuildOutput
  statement {
    sid    = "DecryptAndEncryptArtifacts"
    effect = "Allow"

    actions = [
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
    ]

    resources = [aws_kms_key.artifact_key.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"

      values = [
        "s3.${data.aws_region.current.region}.amazonaws.com",
        "s3.${data.aws_region.current.region}.amazonaws.com.cn",
      ]
    }
  }

  # reads SourceOutput
  # writes BuildOutput
  statement {
    sid       = "DescribeArtifactKey"
    effect    = "Allow"
    actions   = ["kms:DescribeKey"]
    resources = [aws_kms_key.artifact_key.arn]
  }

  # writes the build log
  statement {
    sid    = "CreateLogGroup"
    effect = "Allow"

    actions = [
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/codebuild/orders-build",
      "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/codebuild/orders-build:*",
    ]
  }
}

resource "aws_iam_role_policy" "orders_build_role" {
  name   = "what-it-needs"
  role   = aws_iam_role.orders_build_role.id
  policy = data.aws_iam_policy_document.orders_build_role.json
}

data "aws_iam_policy_document" "orders_unit_tests_role_trust" {
  # lets CodeBuild run builds of orders-unit-tests
  statement {
    sid     = "Trust"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:project/orders-unit-tests"]
    }
  }
}

resource "aws_iam_role" "orders_unit_tests_role" {
  description        = "Builds orders-unit-tests"
  assume_role_policy = data.aws_iam_policy_document.orders_unit_tests_role_trust.json
}

data "aws_iam_policy_document" "orders_unit_tests_role" {
  # reads SourceOutput
  statement {
    sid    = "ReadArtifacts"
    effect = "Allow"

    actions = [
      "s3:GetObject",
      "s3:GetObjectVersion",
    ]

    resources = ["${aws_s3_bucket.artifact_bucket.arn}/orders-release/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # reads SourceOutput
  statement {
    sid    = "CheckArtifactBucket"
    effect = "Allow"

    actions = [
      "s3:GetBucketAcl",
      "s3:GetBucketLocation",
    ]

    resources = [aws_s3_bucket.artifact_bucket.arn]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # reads SourceOutput
  statement {
    sid       = "DecryptArtifacts"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.artifact_key.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"

      values = [
        "s3.${data.aws_region.current.region}.amazonaws.com",
        "s3.${data.aws_region.current.region}.amazonaws.com.cn",
      ]
    }
  }

  # reads SourceOutput
  statement {
    sid       = "DescribeArtifactKey"
    effect    = "Allow"
    actions   = ["kms:DescribeKey"]
    resources = [aws_kms_key.artifact_key.arn]
  }

  # writes the build log
  statement {
    sid    = "CreateLogGroup"
    effect = "Allow"

    actions = [
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/codebuild/orders-unit-tests",
      "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/codebuild/orders-unit-tests:*",
    ]
  }

  # publishes test and coverage reports
  statement {
    sid    = "CreateReportGroup"
    effect = "Allow"

    actions = [
      "codebuild:CreateReportGroup",
      "codebuild:CreateReport",
      "codebuild:UpdateReport",
      "codebuild:BatchPutTestCases",
      "codebuild:BatchPutCodeCoverages",
    ]

    resources = ["arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:report-group/orders-unit-tests-*"]
  }
}

resource "aws_iam_role_policy" "orders_unit_tests_role" {
  name   = "what-it-needs"
  role   = aws_iam_role.orders_unit_tests_role.id
  policy = data.aws_iam_policy_document.orders_unit_tests_role.json
}

data "aws_iam_policy_document" "orders_template_scan_role_trust" {
  # lets CodeBuild run builds of orders-template-scan
  statement {
    sid     = "Trust"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:project/orders-template-scan"]
    }
  }
}

resource "aws_iam_role" "orders_template_scan_role" {
  description        = "Builds orders-template-scan"
  assume_role_policy = data.aws_iam_policy_document.orders_template_scan_role_trust.json
}

data "aws_iam_policy_document" "orders_template_scan_role" {
  # reads BuildOutput
  statement {
    sid    = "ReadArtifacts"
    effect = "Allow"

    actions = [
      "s3:GetObject",
      "s3:GetObjectVersion",
    ]

    resources = ["${aws_s3_bucket.artifact_bucket.arn}/orders-release/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # reads BuildOutput
  statement {
    sid    = "CheckArtifactBucket"
    effect = "Allow"

    actions = [
      "s3:GetBucketAcl",
      "s3:GetBucketLocation",
    ]

    resources = [aws_s3_bucket.artifact_bucket.arn]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # reads BuildOutput
  statement {
    sid       = "DecryptArtifacts"
    effect    = "Allow"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.artifact_key.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"

      values = [
        "s3.${data.aws_region.current.region}.amazonaws.com",
        "s3.${data.aws_region.current.region}.amazonaws.com.cn",
      ]
    }
  }

  # reads BuildOutput
  statement {
    sid       = "DescribeArtifactKey"
    effect    = "Allow"
    actions   = ["kms:DescribeKey"]
    resources = [aws_kms_key.artifact_key.arn]
  }

  # writes the build log
  statement {
    sid    = "CreateLogGroup"
    effect = "Allow"

    actions = [
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/codebuild/orders-template-scan",
      "arn:${data.aws_partition.current.partition}:logs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:log-group:/aws/codebuild/orders-template-scan:*",
    ]
  }

  # publishes test and coverage reports
  statement {
    sid    = "CreateReportGroup"
    effect = "Allow"

    actions = [
      "codebuild:CreateReportGroup",
      "codebuild:CreateReport",
      "codebuild:UpdateReport",
      "codebuild:BatchPutTestCases",
      "codebuild:BatchPutCodeCoverages",
    ]

    resources = ["arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:report-group/orders-template-scan-*"]
  }
}

resource "aws_iam_role_policy" "orders_template_scan_role" {
  name   = "what-it-needs"
  role   = aws_iam_role.orders_template_scan_role.id
  policy = data.aws_iam_policy_document.orders_template_scan_role.json
}

data "aws_iam_policy_document" "orders_stack_role_trust" {
  # lets CloudFormation deploy what orders-release brings
  statement {
    sid     = "Trust"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["cloudformation.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "orders_stack_role" {
  description        = "CloudFormation works under it when orders-release deploys"
  assume_role_policy = data.aws_iam_policy_document.orders_stack_role_trust.json
}

data "aws_iam_policy_document" "orders_stack_role" {
  # the template holds the orders queue and its dead-letter queue
  statement {
    sid    = "CreateQueue"
    effect = "Allow"

    actions = [
      "sqs:CreateQueue",
      "sqs:DeleteQueue",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ListQueueTags",
      "sqs:SetQueueAttributes",
      "sqs:TagQueue",
      "sqs:UntagQueue",
    ]

    resources = ["arn:${data.aws_partition.current.partition}:sqs:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:orders-production-*"]
  }

  # the template holds an alarm on dead letters
  statement {
    sid    = "DeleteAlarms"
    effect = "Allow"

    actions = [
      "cloudwatch:DeleteAlarms",
      "cloudwatch:DescribeAlarms",
      "cloudwatch:ListTagsForResource",
      "cloudwatch:PutMetricAlarm",
      "cloudwatch:TagResource",
      "cloudwatch:UntagResource",
    ]

    resources = ["arn:${data.aws_partition.current.partition}:cloudwatch:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:alarm:orders-production-*"]
  }
}

resource "aws_iam_role_policy" "orders_stack_role" {
  name   = "what-it-needs"
  role   = aws_iam_role.orders_stack_role.id
  policy = data.aws_iam_policy_document.orders_stack_role.json
}

data "aws_iam_policy_document" "pipeline_role_trust" {
  # lets CodePipeline run orders-release
  statement {
    sid     = "Trust"
    effect  = "Allow"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codepipeline.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${data.aws_partition.current.partition}:codepipeline:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:orders-release"]
    }
  }
}

resource "aws_iam_role" "pipeline_role" {
  description        = "The pipeline orders-release runs under it"
  assume_role_policy = data.aws_iam_policy_document.pipeline_role_trust.json
}

data "aws_iam_policy_document" "pipeline_role" {
  # writes SourceOutput
  # leaves what it fetched to the bucket's owner
  # reads BuildOutput
  statement {
    sid    = "WriteArtifacts"
    effect = "Allow"

    actions = [
      "s3:PutObject",
      "s3:PutObjectTagging",
      "s3:PutObjectAcl",
      "s3:GetObject",
      "s3:GetObjectVersion",
      "s3:GetObjectTagging",
      "s3:GetObjectVersionTagging",
    ]

    resources = ["${aws_s3_bucket.artifact_bucket.arn}/orders-release/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # writes SourceOutput
  # reads BuildOutput
  statement {
    sid    = "CheckArtifactBucket"
    effect = "Allow"

    actions = [
      "s3:GetBucketVersioning",
      "s3:GetBucketAcl",
      "s3:GetBucketLocation",
      "s3:ListBucket",
    ]

    resources = [aws_s3_bucket.artifact_bucket.arn]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  # writes SourceOutput
  # reads BuildOutput
  statement {
    sid    = "DecryptAndEncryptArtifacts"
    effect = "Allow"

    actions = [
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
      "kms:Decrypt",
    ]

    resources = [aws_kms_key.artifact_key.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"

      values = [
        "s3.${data.aws_region.current.region}.amazonaws.com",
        "s3.${data.aws_region.current.region}.amazonaws.com.cn",
      ]
    }
  }

  # writes SourceOutput
  # reads BuildOutput
  statement {
    sid       = "DescribeArtifactKey"
    effect    = "Allow"
    actions   = ["kms:DescribeKey"]
    resources = [aws_kms_key.artifact_key.arn]
  }

  # fetches through the connection; both of the service's names are needed
  statement {
    sid    = "UseConnection"
    effect = "Allow"

    actions = [
      "codeconnections:UseConnection",
      "codestar-connections:UseConnection",
    ]

    resources = [aws_codeconnections_connection.orders_github_connection.arn]
  }

  # starts and follows the build
  statement {
    sid    = "StartBuild"
    effect = "Allow"

    actions = [
      "codebuild:StartBuild",
      "codebuild:BatchGetBuilds",
    ]

    resources = [
      "arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:project/orders-build",
      "arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:project/orders-unit-tests",
      "arn:${data.aws_partition.current.partition}:codebuild:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:project/orders-template-scan",
    ]
  }

  # says that somebody is asked
  statement {
    sid       = "Publish"
    effect    = "Allow"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.orders_approvals_topic.arn]
  }

  # makes the change set anew
  # runs the change set
  statement {
    sid    = "CreateAndExecuteChangeSet"
    effect = "Allow"

    actions = [
      "cloudformation:CreateChangeSet",
      "cloudformation:DeleteChangeSet",
      "cloudformation:DescribeChangeSet",
      "cloudformation:ExecuteChangeSet",
    ]

    resources = ["arn:${data.aws_partition.current.partition}:cloudformation:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:stack/orders-production/*"]

    condition {
      test     = "StringEqualsIfExists"
      variable = "cloudformation:ChangeSetName"
      values   = ["orders-release"]
    }
  }

  # looks how the stack is
  # follows the stack
  statement {
    sid    = "DescribeStacks"
    effect = "Allow"

    actions = [
      "cloudformation:DescribeStacks",
      "cloudformation:DescribeStackEvents",
    ]

    resources = ["arn:${data.aws_partition.current.partition}:cloudformation:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:stack/orders-production/*"]
  }

  # hands the stack role to CloudFormation
  statement {
    sid       = "PassRole"
    effect    = "Allow"
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.orders_stack_role.arn]

    condition {
      test     = "StringEqualsIfExists"
      variable = "iam:PassedToService"
      values   = ["cloudformation.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "pipeline_role" {
  name   = "what-it-needs"
  role   = aws_iam_role.pipeline_role.id
  policy = data.aws_iam_policy_document.pipeline_role.json
}
