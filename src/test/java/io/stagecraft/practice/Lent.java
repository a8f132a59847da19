package io.stagecraft.practice;

import java.util.List;
import java.util.Optional;

/// Stand-ins for single things.
final class Lent {
    private Lent() {}

    static StandIns alarm(String name) {
        return thing("AWS::CloudWatch::Alarm", name);
    }

    static StandIns thing(String type, String name) {
        return new StandIns(
                List.of(),
                List.of(),
                List.of(new StandIns.Lent(type, name, Optional.empty())),
                List.of());
    }

    static StandIns worker(String category, String provider) {
        return new StandIns(
                List.of(),
                List.of(),
                List.of(),
                List.of(new StandIns.LentType(category, provider, "1")));
    }
}
