package io.stagecraft.practice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// The bytes on the wire, as AWS's own programs send and expect them.
class ProtocolsTest {
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=AKID/20260105/us-east-2/%s/aws4_request,"
                    + " SignedHeaders=host, Signature=0";

    private final Trial trial = new Trial();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        trial.close();
    }

    private HttpResponse<byte[]> send(String path, byte[] body, String service, String... headers)
            throws Exception {
        var request =
                HttpRequest.newBuilder(trial.account.endpoint().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!service.isEmpty()) {
            request.header("Authorization", SIGNED.formatted(service));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void jsonRefusalsCarryTheirTypeAndTheRequestsId() throws Exception {
        var answer =
                send(
                        "/",
                        bytes("{\"name\":\"nope\"}"),
                        "codepipeline",
                        "X-Amz-Target",
                        "CodePipeline_20150709.GetPipeline");
        assertEquals(400, answer.statusCode());
        assertEquals(
                "{\"__type\":\"PipelineNotFoundException\",\"message\":\"Account '000000000000'"
                        + " does not have a pipeline with name 'nope'\"}",
                sorted(text(answer)));
        assertTrue(
                answer.headers()
                        .firstValue("x-amzn-requestid")
                        .orElse("")
                        .matches("[0-9a-f-]{36}"));
    }

    private static String sorted(String json) {
        return json.startsWith("{\"message\"")
                ? json.replaceFirst("\\{(\"message\":.*),(\"__type\":\"[^\"]+\")}", "{$2,$1}")
                : json;
    }

    @Test
    void cborIsSpokenToo() throws Exception {
        // {"name": "nope"}, then with the indefinite lengths that smithy clients send
        var plain = new byte[] {(byte) 0xa1, 0x64, 'n', 'a', 'm', 'e', 0x64, 'n', 'o', 'p', 'e'};
        var streamed =
                new byte[] {
                    (byte) 0xbf, 0x64, 'n', 'a', 'm', 'e', 0x64, 'n', 'o', 'p', 'e', (byte) 0xff
                };
        for (var body : java.util.List.of(plain, streamed)) {
            var answer =
                    send(
                            "/service/CodePipeline_20150709/operation/GetPipeline",
                            body,
                            "codepipeline",
                            "smithy-protocol",
                            "rpc-v2-cbor",
                            "Content-Type",
                            "application/cbor");
            assertEquals(
                    "application/cbor", answer.headers().firstValue("content-type").orElse(""));
            assertEquals("rpc-v2-cbor", answer.headers().firstValue("smithy-protocol").orElse(""));
            assertTrue(text(answer).contains("PipelineNotFoundException"));
        }
        var empty =
                send(
                        "/service/CodePipeline_20150709/operation/ListPipelines",
                        new byte[] {(byte) 0xa0},
                        "codepipeline",
                        "smithy-protocol",
                        "rpc-v2-cbor");
        assertArrayEquals(
                new byte[] {
                    (byte) 0xa1, 0x69, 'p', 'i', 'p', 'e', 'l', 'i', 'n', 'e', 's', (byte) 0x80
                },
                empty.body());
    }

    @Test
    void queryAnswersInXmlAndTakesZippedBodies() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes("Action=GetCallerIdentity&Version=2011-06-15"));
        }
        var answer =
                send(
                        "/",
                        zipped.toByteArray(),
                        "sts",
                        "Content-Encoding",
                        "gzip",
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertTrue(
                text(answer).contains("<GetCallerIdentityResult>")
                        && text(answer).contains("<Account>000000000000</Account>"),
                text(answer));
    }

    @Test
    void thePlayedLinesOfAnActionAreReadAsALogAsTimePasses() throws Exception {
        trial.deploy("o", Trial.starter().toString(), ChangeSetType.CREATE);
        trial.settle();
        var arn = trial.action(Trial.PIPELINE, "Build", "Package").logStreamARN();
        assertTrue(
                arn.startsWith(
                        "arn:aws:logs:eu-west-1:000000000000:log-group:/aws/codebuild/orders-build:log-stream:"),
                arn);
        var body =
                "{\"logGroupName\":\"/aws/codebuild/orders-build\",\"logStreamName\":\"%s\"}"
                        .formatted(arn.substring(arn.lastIndexOf(':') + 1));
        var request =
                HttpRequest.newBuilder(trial.account.endpoint())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header(
                                "Authorization",
                                SIGNED.formatted("logs").replace("us-east-2", "eu-west-1"))
                        .header("X-Amz-Target", "Logs_20140328.GetLogEvents");
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(answer.contains("Phase complete: BUILD State: SUCCEEDED"), answer);
    }

    @Test
    void theActionTypesOfTheCatalogueAreListed() {
        var types = trial.pipelines.listActionTypes(r -> r.actionOwnerFilter("AWS")).actionTypes();
        var build =
                types.stream()
                        .filter(t -> t.id().provider().equals("CodeBuild"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(5, build.inputArtifactDetails().maximumCount());
        assertTrue(
                build.actionConfigurationProperties().stream()
                        .anyMatch(p -> p.name().equals("ProjectName") && p.required()));
    }

    @Test
    void whatItDoesNotKnowItSaysAsAwsDoes() throws Exception {
        var query = send("/", bytes("Action=MakeTea&Version=2010-05-15"), "cloudformation");
        assertTrue(
                text(query)
                        .contains(
                                "<Code>InvalidAction</Code><Message>Could not find operation"
                                        + " MakeTea for version 2010-05-15</Message>"),
                text(query));
        var json =
                send(
                        "/",
                        bytes("{}"),
                        "codepipeline",
                        "X-Amz-Target",
                        "CodePipeline_20150709.MakeTea");
        assertTrue(text(json).contains("UnknownOperationException"));
        var unsigned = send("/", bytes("Action=ListStacks&Version=2010-05-15"), "");
        assertEquals(403, unsigned.statusCode());
        assertTrue(text(unsigned).contains("MissingAuthenticationToken"));
    }

    @Test
    void aMemberThatDoesNotFitItsPatternIsNamed() {
        var refusal =
                assertThrows(
                        CodePipelineException.class,
                        () -> trial.pipelines.getPipeline(r -> r.name("no pe")));
        assertEquals("ValidationException", refusal.awsErrorDetails().errorCode());
        assertEquals(
                "1 validation error detected: Value 'no pe' at 'name' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+",
                refusal.awsErrorDetails().errorMessage());
        assertThrows(
                PipelineNotFoundException.class,
                () -> trial.pipelines.getPipeline(r -> r.name("nope")));
    }

    @Test
    void aPageInABrowserIsNotAnswered() throws Exception {
        assertEquals(
                403,
                send(
                                "/",
                                bytes("{}"),
                                "codepipeline",
                                "X-Amz-Target",
                                "CodePipeline_20150709.ListPipelines",
                                "Origin",
                                "https://example.com")
                        .statusCode());
    }

    /// Another address of the same machine is as good as the network: whoever listens everywhere answers there.
    @Test
    void nobodyListensBeyondTheLoopbackAddress() {
        var port = trial.account.endpoint().getPort();
        assertThrows(
                IOException.class,
                () -> {
                    try (var socket = new Socket()) {
                        socket.connect(new InetSocketAddress("127.0.0.2", port), 2_000);
                    }
                });
    }

    /// A name that somebody else pointed at this machine.
    @Test
    void aStrangersNameForThisMachineIsNotAnswered() throws Exception {
        assertFalse(isTurnedAway("localhost"));
        assertTrue(isTurnedAway("evil.example"));
        assertTrue(isTurnedAway("evil-localhost"));
    }

    private boolean isTurnedAway(String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", trial.account.endpoint().getPort())) {
            var request =
                    "POST / HTTP/1.1\r\nHost: "
                            + host
                            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).endsWith("Loopback only.");
        }
    }

    /// A browser that fetches a picture names no origin; it must not remove a stack on the way.
    @Test
    void anAddressAloneChangesNothing() throws Exception {
        var address =
                trial.account
                        .endpoint()
                        .resolve(
                                "/?Action=DeleteStack&StackName=orders&X-Amz-Credential=A/20260101/eu-west-1/cloudformation/aws4_request");
        var get = HttpRequest.newBuilder(address).GET().build();
        assertEquals(405, http.send(get, HttpResponse.BodyHandlers.discarding()).statusCode());
        var mend = HttpRequest.newBuilder(trial.account.endpoint().resolve("/practice/mend"));
        assertEquals(
                405,
                http.send(mend.GET().build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        assertEquals(
                403,
                send("/practice/mend", bytes("{}"), "", "Sec-Fetch-Site", "cross-site")
                        .statusCode());
    }

    @Test
    void aBodyThatIsNoneIsRefusedAndNotABlunder() throws Exception {
        for (var body : java.util.List.of("{", "[]", "null", "{\"maxResults\": 1.5}", "nonsense")) {
            var answer =
                    send(
                            "/",
                            bytes(body),
                            "codepipeline",
                            "X-Amz-Target",
                            "CodePipeline_20150709.ListPipelines");
            assertTrue(text(answer).contains("SerializationException"), body + ": " + text(answer));
        }
    }

    @Test
    void anAccountIsKnownByItsTwelveZeros() throws IOException {
        assertEquals("000000000000", trial.tokens.getCallerIdentity().account());
    }
}
