package io.stagecraft.blueprint;

import io.stagecraft.blueprint.Ground.Site;
import io.stagecraft.iam.Holder;
import io.stagecraft.iam.Text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The roles of a design that are there already: each once, whoever runs under it and however it is named.
///
/// That two names mean one role joins what they need; what a template says stays what is written, see [#text].
final class GivenRoles {
    private static final Pattern ARN = Pattern.compile("arn:([^:]+):iam::(\\d{12}):role/(.+)");

    /// @param id an ARN or a name
    /// @param site where whoever runs under it works
    record Written(String id, Site site) {}

    /// A name alone means another role in another account.
    private record Name(String id, String account) {}

    private final Ground ground;
    private final Map<Name, Holder.Existing> holders = new HashMap<>();
    private final Map<Holder.Existing, Site> sites = new HashMap<>();

    /// @param all as they stand in the design; none is empty
    GivenRoles(Ground ground, List<Written> all) {
        this.ground = ground;
        var roles = new LinkedHashMap<String, Written>();
        all.forEach(
                written -> roles.merge(identity(written), written, GivenRoles::withTheFullerName));
        var known = new HashMap<String, Holder.Existing>();
        roles.forEach((identity, role) -> {
            var holder = new Holder.Existing(text(role.id(), role.site()));
            known.put(identity, holder);
            sites.putIfAbsent(holder, role.site());
        });
        all.forEach(written -> holders.put(name(written), known.get(identity(written))));
    }

    /// The first says where it is; an ARN says more of which role is meant than a name.
    private static Written withTheFullerName(Written first, Written next) {
        return isArn(first.id()) || !isArn(next.id())
                ? first
                : new Written(next.id(), first.site());
    }

    private static boolean isArn(String id) {
        return ARN.matcher(id).matches();
    }

    /// An account has a name of a role once, whatever the path.
    private static String identity(Written written) {
        var arn = ARN.matcher(written.id());
        if (arn.matches()) {
            return arn.group(2) + " " + last(arn.group(3));
        }
        return RoleNames.isName(written.id())
                ? written.site().account() + " " + last(written.id())
                : written.id();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Name name(Written written) {
        return new Name(written.id(), written.site().account());
    }

    /// Who holds what the role `id` needs.
    Holder.Existing of(String id, Site site) {
        var holder = holders.get(new Name(id, site.account()));
        return holder == null ? new Holder.Existing(text(id, site)) : holder;
    }

    /// The role that a parameter of the pipeline's stack asks for.
    Holder.Existing asked(String parameter, String description, Site site) {
        var role = ground.draft(ground.home()).parameter(parameter, description, false);
        var holder = new Holder.Existing(role);
        sites.putIfAbsent(holder, site);
        return holder;
    }

    /// The role just as the design writes it; a name alone becomes an ARN.
    Text text(String id, Site site) {
        return RoleNames.isName(id) ? ground.roleArn(site, ground.home(), id) : Text.of(id);
    }

    Site site(Holder.Existing role) {
        return sites.getOrDefault(role, ground.home());
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
        Ground.said(site.account()).ifPresent(account -> known.put(Text.Here.ACCOUNT, account));
        Ground.said(site.region()).ifPresent(region -> known.put(Text.Here.REGION, region));
        return new Placed(known);
    }
}
