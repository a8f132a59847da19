package io.stagecraft.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stagecraft.aws.Target;
import io.stagecraft.cli.OutsideAccount;
import io.stagecraft.practice.PracticeAccount;

import org.junit.jupiter.api.Test;

import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Optional;

class TargetsTest {
    private final Targets targets = new Targets();

    private List<String> names() {
        return targets.targets().getValue().stream().map(Target::name).toList();
    }

    @Test
    void anAccountThatRunsOutsideIsOfferedAndTheOwnOneStaysChosen() throws Exception {
        targets.practiceIsAt(URI.create("http://127.0.0.1:1"));
        targets.add(
                List.of(
                        new Target(
                                "tooling · eu-west-1",
                                "eu-west-1",
                                Optional.of("tooling"),
                                Optional.empty())));
        try (var account = PracticeAccount.open(PracticeAccount.Options.at(1))) {
            int port = account.endpoint().getPort();
            var outside = new OutsideAccount(port);
            targets.outsideIs(outside.target());
            assertEquals(
                    List.of(
                            "Practice account",
                            "Practice account on " + port + " · running outside",
                            "tooling · eu-west-1"),
                    names());
            assertEquals("Practice account", targets.target().getValue().name());
            var joined = targets.targets().getValue().get(1);
            assertEquals(Optional.of(account.endpoint()), joined.endpoint());
            assertTrue(outside.isMeantBy(joined));
            assertTrue(joined.isHere());
        }
        targets.outsideIs(Optional.empty());
        assertEquals(List.of("Practice account", "tooling · eu-west-1"), names());
    }

    @Test
    void aPortWhereNobodyListensOffersNothing() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(Optional.empty(), new OutsideAccount(free).target());
    }
}
