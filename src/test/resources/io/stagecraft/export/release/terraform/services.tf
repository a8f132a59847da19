resource "aws_codeconnections_connection" "orders_github_connection" {
  name          = "orders-github"
  provider_type = "GitHub"
}

resource "aws_sns_topic" "orders_approvals_topic" {
  name              = "orders-approvals"
  kms_master_key_id = "alias/aws/sns"
}

data "aws_iam_policy_document" "orders_approvals_topic" {
  # keeps messages off unencrypted connections
  statement {
    sid       = "DenyPlainHttp"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.orders_approvals_topic.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sns_topic_policy" "orders_approvals_topic" {
  arn    = aws_sns_topic.orders_approvals_topic.arn
  policy = data.aws_iam_policy_document.orders_approvals_topic.json
}
