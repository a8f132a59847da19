package io.stagecraft.practice.wire;

/// Who calls, as far as the Practice account cares: where. Credentials are neither checked nor kept.
///
/// @param region from the signature's scope
/// @param request the request's id, as answers carry it
public record Caller(String region, String request) {}
