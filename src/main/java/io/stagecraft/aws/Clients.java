package io.stagecraft.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The AWS SDK's clients for one target, made when first asked for. Credentials stay in memory.
final class Clients implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ATTEMPT = Duration.ofSeconds(15);
    private static final Duration CALL = Duration.ofSeconds(60);

    private final Target target;
    private final List<ExecutionInterceptor> heard;
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Map<String, CodePipelineClient> pipelines = new ConcurrentHashMap<>();
    private final Map<String, CloudFormationClient> stacks = new ConcurrentHashMap<>();
    private final Map<String, CloudWatchLogsClient> logs = new ConcurrentHashMap<>();

    /// @param heard told of every call
    Clients(Target target, ExecutionInterceptor... heard) {
        this.target = target;
        this.heard = List.of(heard);
        http =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT)
                        .proxyConfiguration(
                                ProxyConfiguration.builder()
                                        .useEnvironmentVariablesValues(!isHere(target))
                                        .useSystemPropertyValues(!isHere(target))
                                        .build())
                        .build();
        credentials = credentials(target);
    }

    /// Whether the target is on this machine: no proxy stands in between, and nobody's credentials are sent to it.
    static boolean isHere(Target target) {
        return target.endpoint()
                .map(URI::getHost)
                .filter(h -> h.equalsIgnoreCase("localhost") || isLoopback(h))
                .isPresent();
    }

    /// Whether it is a loopback address, and not a name that only begins like one. No name is looked up.
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }

    private static AwsCredentialsProvider credentials(Target target) {
        if (target.profile().isEmpty() && isHere(target)) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("practice", "practice"));
        }
        var chain = DefaultCredentialsProvider.builder();
        target.profile().ifPresent(chain::profileName);
        return chain.build();
    }

    CodePipelineClient pipelines() {
        return pipelines.computeIfAbsent(
                target.region(), region -> set(CodePipelineClient.builder(), region));
    }

    CloudFormationClient stacks(String region) {
        return stacks.computeIfAbsent(
                region.isEmpty() ? target.region() : region,
                in -> set(CloudFormationClient.builder(), in));
    }

    CloudWatchLogsClient logs(String region) {
        return logs.computeIfAbsent(region, in -> set(CloudWatchLogsClient.builder(), in));
    }

    /// The account that the credentials belong to, twelve digits.
    String account() {
        try (var sts = set(StsClient.builder(), target.region())) {
            return sts.getCallerIdentity().account();
        }
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C set(
            B builder, String region) {
        target.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .apiCallAttemptTimeout(ATTEMPT)
                                .apiCallTimeout(CALL)
                                .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                                .executionInterceptors(heard)
                                .build())
                .build();
    }

    @Override
    public void close() {
        pipelines.values().forEach(CodePipelineClient::close);
        stacks.values().forEach(CloudFormationClient::close);
        logs.values().forEach(CloudWatchLogsClient::close);
        http.close();
    }
}
