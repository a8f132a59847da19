package io.stagecraft.model;

/// The generations of pipelines; they differ in features and in price.
public enum PipelineType {
    V1,
    V2
}
