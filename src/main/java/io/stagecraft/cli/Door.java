package io.stagecraft.cli;

import io.stagecraft.practice.StandIns;

import picocli.CommandLine.Option;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// The trainer's door of a Practice account that is open on this machine.
final class Door {
    private static final int OK = 200;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + TargetOptions.PORT,
            description = "where the Practice account listens (default: ${DEFAULT-VALUE})")
    private int port;

    /// Asks for something.
    ///
    /// @param what such as `break`
    /// @throws Refused when nobody listens there, or it will not
    Map<?, ?> ask(String what, Map<String, ?> words) throws InterruptedException {
        try {
            var answer = post(URI.create("http://127.0.0.1:" + port), what, words);
            var tree = JsonMapper.shared().readValue(answer.body(), Map.class);
            if (answer.statusCode() != OK) {
                throw Refused.input(String.valueOf(tree.get("message")));
            }
            return tree;
        } catch (IOException e) {
            throw Refused.failed(
                    "No Practice account listens at 127.0.0.1:"
                            + port
                            + ". Start one with: stagecraft practice");
        }
    }

    /// Has whoever listens at an address hold stand-ins.
    ///
    /// @return whether it is a Practice account, and does
    static boolean hold(URI address, StandIns standIns) throws InterruptedException {
        try {
            return post(address, "hold", standIns.tree()).statusCode() == OK;
        } catch (IOException e) {
            return false; // whoever it is will say so itself
        }
    }

    private static HttpResponse<String> post(URI address, String what, Map<String, ?> words)
            throws IOException, InterruptedException {
        var body = JsonMapper.shared().writeValueAsString(words);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address.resolve("/practice/" + what))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
