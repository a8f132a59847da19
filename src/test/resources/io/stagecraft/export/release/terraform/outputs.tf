output "artifact_key_arn" {
  description = "The key that encrypts the artifacts"
  value       = aws_kms_key.artifact_key.arn
}

output "artifact_bucket_name" {
  description = "The bucket that holds the artifacts"
  value       = aws_s3_bucket.artifact_bucket.id
}

output "orders_github_connection_arn" {
  description = "The connection orders-github"
  value       = aws_codeconnections_connection.orders_github_connection.arn
}

output "pipeline_name" {
  description = "The pipeline"
  value       = aws_codepipeline.pipeline.name
}
