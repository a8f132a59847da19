package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The roles of a design that are there already: each once, whoever runs under it and however it is named.
final class GivenRoles {
    private static final Pattern ARN = Pattern.compile("arn:([^:]+):iam::(\\d{12}):role/(.+)");

    /// @param site where whoever runs under it works; the first that does, where several do
    private record Given(Holder.Existing holder, Site site) {}

    private final Ground ground;
    private final Map<String, Given> given = new LinkedHashMap<>();

    GivenRoles(Ground ground) {
        this.ground = ground;
    }

    /// @param id an ARN or a name; where it is empty, a parameter asks for it
    /// @param site the account and region of whoever runs under it
    Holder.Existing of(String id, Site site, String parameter, String description) {
        var role = id.isBlank() ? asked(parameter, description) : named(id, site);
        return given.computeIfAbsent(
                        identity(id.isBlank() ? role.shown() : id, site),
                        _ -> new Given(new Holder.Existing(role), site))
                .holder();
    }

    private Text asked(String parameter, String description) {
        return ground.draft(ground.home()).parameter(parameter, description, false);
    }

    private Text named(String id, Site site) {
        return RoleNames.isName(id) ? ground.roleArn(site, ground.home(), id) : Text.of(id);
    }

    /// An account has a name of a role once, whatever the path.
    private static String identity(String id, Site site) {
        var arn = ARN.matcher(id);
        if (arn.matches()) {
            return arn.group(2) + " " + last(arn.group(3));
        }
        return RoleNames.isName(id) ? site.account() + " " + last(id) : id;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Site site(Holder.Existing role) {
        return given.values().stream()
                .filter(g -> g.holder().equals(role))
                .map(Given::site)
                .findFirst()
                .orElse(ground.home());
    }

    /// What is known of where the role is: what the drawing says, and else its ARN.
    Placed placed(Holder.Existing role) {
        var site = site(role);
        var arn = ARN.matcher(role.role().shown());
        var known = new LinkedHashMap<Text.Here, String>();
        if (arn.matches()) {
            known.put(Text.Here.PARTITION, arn.group(1));
            known.put(Text.Here.ACCOUNT, arn.group(2));
        }
        said(site.account()).ifPresent(account -> known.put(Text.Here.ACCOUNT, account));
        said(site.region()).ifPresent(region -> known.put(Text.Here.REGION, region));
        return new Placed(known);
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
