terraform {
  required_version = ">= 1.5.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.45.0, < 7.0.0"
    }
  }
}

provider "aws" {
  default_tags {
    tags = {
      service = "orders"
    }
  }
}
