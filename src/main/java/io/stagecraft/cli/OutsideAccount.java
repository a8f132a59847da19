package io.stagecraft.cli;

import io.stagecraft.aws.Target;
import io.stagecraft.practice.StandIns;

import java.net.URI;
import java.util.Optional;

/// A Practice account that somebody else has opened on this machine, with `stagecraft practice`.
///
/// @param port where it listens, or would
public record OutsideAccount(int port) {
    /// Where one listens unless it is told otherwise.
    public static final OutsideAccount USUAL = new OutsideAccount(TargetOptions.PORT);

    /// The account to choose from among others; nothing when none answers there.
    public Optional<Target> target() throws InterruptedException {
        return answers()
                ? Optional.of(
                        new Target(
                                "Practice account on " + port + " · running outside",
                                Target.practice(address()).region(),
                                Optional.empty(),
                                Optional.of(address())))
                : Optional.empty();
    }

    /// Whether one is open there.
    boolean answers() throws InterruptedException {
        return Door.isPractice(address());
    }

    /// Has it hold what a design takes as given.
    public void hold(StandIns standIns) throws InterruptedException {
        Door.hold(address(), standIns);
    }

    /// Whether a target means this account.
    public boolean isMeantBy(Target target) {
        return target.endpoint().filter(address()::equals).isPresent();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
