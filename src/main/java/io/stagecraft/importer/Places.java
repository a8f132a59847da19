package io.stagecraft.importer;

import io.stagecraft.model.Environment;
import io.stagecraft.model.EnvironmentId;
import io.stagecraft.model.Placeholder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The accounts and regions that a document speaks of, each once.
final class Places {
    private static final List<String> COLOURS =
            List.of("#2f80ed", "#d64545", "#7b61c9", "#1f8a4c", "#c2571a", "#b83280");

    private final List<Environment> found = new ArrayList<>();

    /// @param account of the pipeline, or empty
    /// @param region of the pipeline, or empty
    Places(String account, String region) {
        var tooling = Environment.TOOLING;
        found.add(new Environment(tooling.id(), tooling.name(), account, region, tooling.colour()));
    }

    /// The environment of an action, or none where it works where its pipeline does.
    ///
    /// @param region the action's, where it has one
    /// @param role the action's, where it has one
    /// @param stage names an environment in another account
    Optional<EnvironmentId> of(Optional<String> region, Optional<String> role, String stage) {
        var home = found.getFirst();
        var account = role.map(Places::accountIn).filter(a -> !a.isEmpty()).orElse(home.account());
        var where = region.filter(r -> !isHere(r)).orElse(home.region());
        if (account.equals(home.account()) && where.equals(home.region())) {
            return Optional.empty();
        }
        return Optional.of(
                found.stream()
                        .filter(e -> e.account().equals(account) && e.region().equals(where))
                        .findFirst()
                        .orElseGet(() -> add(account, where, stage))
                        .id());
    }

    /// Whether the pipeline itself lives in `region`.
    boolean isHome(String region) {
        return isHere(region) || region.equals(found.getFirst().region());
    }

    private Environment add(String account, String region, String stage) {
        var elsewhere = !account.equals(found.getFirst().account());
        var added =
                new Environment(
                        new EnvironmentId("e" + (found.size() + 1)),
                        free(elsewhere ? stage : found.getFirst().name() + " " + region, region),
                        account,
                        region,
                        COLOURS.get((found.size() - 1) % COLOURS.size()));
        found.add(added);
        return added;
    }

    private String free(String name, String region) {
        if (isFree(name)) {
            return name;
        }
        var longer = name + " " + region;
        for (int n = 2; !isFree(longer); n++) {
            longer = name + " " + region + " " + n;
        }
        return longer;
    }

    private boolean isFree(String name) {
        return found.stream().noneMatch(e -> e.name().equals(name));
    }

    List<Environment> all() {
        return List.copyOf(found);
    }

    /// The account in an ARN, or nothing.
    static String accountIn(String arn) {
        return piece(arn, 4);
    }

    /// The region in an ARN, or nothing.
    static String regionIn(String arn) {
        return piece(arn, 3);
    }

    private static boolean isHere(String region) {
        return Placeholder.is(region, Placeholder.Fact.REGION);
    }

    private static String piece(String arn, int index) {
        var outside = Placeholder.masked(arn);
        if (!arn.startsWith("arn:") || outside.chars().filter(c -> c == ':').count() < 5) {
            return "";
        }
        int from = 0;
        for (int n = 0; n < index; n++) {
            from = outside.indexOf(':', from) + 1;
        }
        var piece = arn.substring(from, outside.indexOf(':', from));
        return isHere(piece) || Placeholder.is(piece, Placeholder.Fact.ACCOUNT) ? "" : piece;
    }
}
