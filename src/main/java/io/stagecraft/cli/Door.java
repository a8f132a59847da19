package io.stagecraft.cli;

import io.stagecraft.practice.StandIns;
import io.stagecraft.practice.wire.Endpoint;

import picocli.CommandLine.Option;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/// The trainer's door of a Practice account that is open on this machine.
final class Door {
    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE =
            Duration.ofSeconds(10); // it answers at once, on a busy machine too

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + TargetOptions.PORT,
            description = "where the Practice account listens (default: ${DEFAULT-VALUE})")
    private int port;

    private final Duration patience;

    Door() {
        this(PATIENCE);
    }

    /// @param patience for an answer
    Door(Duration patience) {
        this.patience = patience;
    }

    /// Asks for something.
    ///
    /// @param what such as `break`
    /// @throws Refused when nobody listens there, or it will not
    Map<?, ?> ask(String what, Map<String, ?> words) throws InterruptedException {
        try {
            var answer = post(URI.create("http://" + where()), what, words, patience);
            var tree = JsonMapper.shared().readValue(answer.body(), Map.class);
            if (isOurs(answer) && answer.statusCode() == OK) {
                return tree;
            }
            throw isOurs(answer) && tree.get("message") instanceof String message
                    ? Refused.input(message)
                    : elsewhere("What answers at " + where() + " is no Practice account.");
        } catch (JacksonException e) {
            throw elsewhere("What answers at " + where() + " is no Practice account.");
        } catch (HttpTimeoutException e) {
            throw elsewhere(
                    "What listens at " + where() + " does not answer as a Practice account would.");
        } catch (IOException e) {
            throw Refused.failed(
                    "No Practice account listens at "
                            + where()
                            + ". Start one with: stagecraft practice");
        }
    }

    private String where() {
        return "127.0.0.1:" + port;
    }

    private static Refused elsewhere(String what) {
        return Refused.failed(
                what + " Name the port of one with --port, or start one with: stagecraft practice");
    }

    /// Has whoever listens at an address hold stand-ins.
    ///
    /// @return whether it is a Practice account, and does
    static boolean hold(URI address, StandIns standIns) throws InterruptedException {
        try {
            var answer = post(address, "hold", standIns.tree(), PATIENCE);
            return isOurs(answer) && answer.statusCode() == OK;
        } catch (IOException e) {
            return false; // whoever it is will say so itself
        }
    }

    /// Whether a Practice account listens at an address.
    static boolean isPractice(URI address) throws InterruptedException {
        try {
            var answer = post(address, "faults", Map.of(), CONNECT);
            return isOurs(answer)
                    && answer.statusCode() == OK
                    && JsonMapper.shared()
                            .readValue(answer.body(), Map.class)
                            .containsKey("faults");
        } catch (IOException | JacksonException e) {
            return false; // nobody, or somebody else
        }
    }

    /// Only a Practice account tells its own time; many a program answers 200 to whatever it is asked.
    private static boolean isOurs(HttpResponse<String> answer) {
        return answer.headers().firstValue(Endpoint.TIME).isPresent();
    }

    private static HttpResponse<String> post(
            URI address, String what, Map<String, ?> words, Duration patience)
            throws IOException, InterruptedException {
        var body = JsonMapper.shared().writeValueAsString(words);
        try (var http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            return http.send(
                    HttpRequest.newBuilder(address.resolve("/practice/" + what))
                            .timeout(patience)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
