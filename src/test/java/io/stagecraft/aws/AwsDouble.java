package io.stagecraft.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An HTTP server that answers what a test told it to, operation by operation, and remembers what it was asked.
final class AwsDouble implements AutoCloseable {
    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    AwsDouble() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    Target target() {
        return Target.practice(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /// The last answer to an operation stays; those before it are given once each, in order.
    AwsDouble json(String operation, String body) {
        return answer(operation, new Answer(200, "application/x-amz-json-1.1", body));
    }

    /// The members of an operation's result, as the query protocol writes them.
    AwsDouble xml(String operation, String result) {
        return answer(
                operation,
                new Answer(
                        200,
                        "text/xml",
                        "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                                .formatted(operation, result)));
    }

    AwsDouble refuseJson(String operation, int status, String code, String message) {
        return answer(
                operation,
                new Answer(
                        status,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message)));
    }

    AwsDouble refuseXml(String operation, String code, String message) {
        return answer(
                operation,
                new Answer(
                        400,
                        "text/xml",
                        "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                                .formatted(code, message)));
    }

    private synchronized AwsDouble answer(String operation, Answer answer) {
        answers.computeIfAbsent(operation, _ -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /// The requests so far: the operation, a space, and the body.
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized List<String> asked(String operation) {
        return asked.stream().filter(a -> a.startsWith(operation + " ")).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var text = target == null ? URLDecoder.decode(body, StandardCharsets.UTF_8) : body;
        var operation =
                target == null
                        ? text.replaceAll("(?s).*?\\bAction=(\\w+).*", "$1")
                        : target.substring(target.indexOf('.') + 1);
        var answer = next(operation, text);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized Answer next(String operation, String body) {
        asked.add(operation + " " + body);
        var left = answers.getOrDefault(operation, new ArrayDeque<>());
        if (left.isEmpty()) {
            return new Answer(
                    400,
                    "application/x-amz-json-1.1",
                    "{\"__type\":\"NoAnswer\",\"message\":\"the test has none for "
                            + operation
                            + "\"}");
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
