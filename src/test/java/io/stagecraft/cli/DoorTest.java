package io.stagecraft.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;

import io.stagecraft.practice.StandIns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Who else may listen where a Practice account was looked for.
class DoorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<!doctype html><title>Hello</title>",
                "404|Not found",
                "404|{\"error\": \"no such page\"}",
                "200|[1, 2]",
                "200|{}",
                "200|{\"faults\": []}",
                "400|{\"message\": \"no\"}",
                "200|''"
            })
    void anotherProgramThatSpeaksHttpIsNoPracticeAccount(int status, String says) throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body = says.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            int port = server.getAddress().getPort();
            var refused = assertThrows(Refused.class, () -> door(port, 20).ask("faults", Map.of()));
            assertEquals(
                    "What answers at 127.0.0.1:"
                            + port
                            + " is no Practice account. Name the port of one with --port, or start one with: stagecraft practice",
                    refused.getMessage());
            var address = URI.create("http://127.0.0.1:" + port);
            assertFalse(Door.isPractice(address));
            assertFalse(
                    Door.hold(address, new StandIns(List.of(), List.of(), List.of(), List.of())),
                    "a stranger must not be taken for one that holds what the design needs");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoeverSaysNothingIsNotWaitedForLong() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            var door = door(port, 1);
            var refused =
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> assertThrows(Refused.class, () -> door.ask("faults", Map.of())));
            assertEquals(
                    "What listens at 127.0.0.1:"
                            + port
                            + " does not answer as a Practice account would. Name the port of one with --port, or start one with: stagecraft practice",
                    refused.getMessage());
        }
    }

    private static Door door(int port, int seconds) {
        var door = new Door(Duration.ofSeconds(seconds));
        return CommandLine.populateCommand(door, "--port", String.valueOf(port));
    }
}
