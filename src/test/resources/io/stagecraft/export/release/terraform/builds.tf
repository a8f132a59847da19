resource "aws_cloudwatch_log_group" "orders_build_logs" {
  name              = "/aws/codebuild/orders-build"
  retention_in_days = 30
  kms_key_id        = aws_kms_key.artifact_key.arn
}

resource "aws_codebuild_project" "orders_build_project" {
  name           = "orders-build"
  service_role   = aws_iam_role.orders_build_role.arn
  build_timeout  = 20
  encryption_key = aws_kms_key.artifact_key.arn

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type         = "LINUX_CONTAINER"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    compute_type = "BUILD_GENERAL1_SMALL"
  }

  logs_config {
    cloudwatch_logs {
      status     = "ENABLED"
      group_name = aws_cloudwatch_log_group.orders_build_logs.name
    }
  }

  source {
    type = "CODEPIPELINE"

    buildspec = <<-EOT
      version: 0.2
      phases:
        install:
          runtime-versions:
            python: 3.12
          commands:
            - pip install --quiet cfn-lint checkov
        build:
          commands:
            - cfn-lint template.yml
            # no key goes further than this
            - checkov --directory . --framework secrets --compact --quiet
            - mkdir dist
            - cp template.yml dist/template.yml
            # what is deployed says which commit it came from
            - printf '{"Parameters":{"Stage":"production"},"Tags":{"commit":"%s"}}' "$COMMIT_ID" > dist/production.json
      artifacts:
        base-directory: dist
        files:
          - template.yml
          - production.json
    EOT
  }
}

resource "aws_cloudwatch_log_group" "orders_unit_tests_logs" {
  name              = "/aws/codebuild/orders-unit-tests"
  retention_in_days = 30
  kms_key_id        = aws_kms_key.artifact_key.arn
}

resource "aws_codebuild_project" "orders_unit_tests_project" {
  name           = "orders-unit-tests"
  service_role   = aws_iam_role.orders_unit_tests_role.arn
  build_timeout  = 20
  encryption_key = aws_kms_key.artifact_key.arn

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type         = "LINUX_CONTAINER"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    compute_type = "BUILD_GENERAL1_SMALL"
  }

  logs_config {
    cloudwatch_logs {
      status     = "ENABLED"
      group_name = aws_cloudwatch_log_group.orders_unit_tests_logs.name
    }
  }

  source {
    type = "CODEPIPELINE"

    buildspec = <<-EOT
      version: 0.2
      phases:
        install:
          runtime-versions:
            python: 3.12
          commands:
            - pip install --quiet --requirement requirements-dev.txt
        build:
          commands:
            - python -m pytest tests/unit --junitxml=reports/unit.xml
      reports:
        unit:
          files:
            - unit.xml
          base-directory: reports
          file-format: JUNITXML
    EOT
  }
}

resource "aws_cloudwatch_log_group" "orders_template_scan_logs" {
  name              = "/aws/codebuild/orders-template-scan"
  retention_in_days = 30
  kms_key_id        = aws_kms_key.artifact_key.arn
}

resource "aws_codebuild_project" "orders_template_scan_project" {
  name           = "orders-template-scan"
  service_role   = aws_iam_role.orders_template_scan_role.arn
  build_timeout  = 20
  encryption_key = aws_kms_key.artifact_key.arn

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type         = "LINUX_CONTAINER"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    compute_type = "BUILD_GENERAL1_SMALL"
  }

  logs_config {
    cloudwatch_logs {
      status     = "ENABLED"
      group_name = aws_cloudwatch_log_group.orders_template_scan_logs.name
    }
  }

  source {
    type = "CODEPIPELINE"

    buildspec = <<-EOT
      version: 0.2
      phases:
        install:
          runtime-versions:
            python: 3.12
          commands:
            - pip install --quiet checkov
        build:
          commands:
            - mkdir reports
            - checkov --file template.yml --framework cloudformation --output junitxml > reports/scan.xml
      reports:
        scan:
          files:
            - scan.xml
          base-directory: reports
          file-format: JUNITXML
    EOT
  }
}
