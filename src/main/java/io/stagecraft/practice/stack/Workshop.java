package io.stagecraft.practice.stack;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Refusal;

/// What everybody who works on stacks works with.
final class Workshop {
    final Timeline time;
    final Ids ids;
    final ResourceTypes types = ResourceTypes.load();
    final Shelf shelf = new Shelf();
    final Exports exports = new Exports(shelf, types);
    final Maker maker;
    final Plans plans;
    final Chronicle chronicle;

    Workshop(Timeline time, Ids ids, Holdings holdings, Roles roles) {
        this.time = time;
        this.ids = ids;
        this.maker = new Maker(types, holdings, roles, ids);
        this.plans = new Plans(types, roles);
        this.chronicle = new Chronicle(time, ids);
    }

    /// What plans come to in a region, with what its stacks export.
    Outline outline(String region) {
        return new Outline(types, name -> exports.value(region, name));
    }

    StackWork work(String region) {
        return new StackWork(time, maker, outline(region), chronicle, exports);
    }

    /// The plan of a stack, filled up from the one in use.
    ///
    /// @throws Refusal as AWS does
    Stack.Plan plan(Stacks.Wish wish, Stack stack) {
        return plans.plan(wish, stack, outline(wish.region()));
    }

    /// A stack that nobody has put on the shelf yet.
    Stack fresh(Stacks.Wish wish) {
        return new Stack(
                wish.stack(),
                arn(wish.region(), "stack/" + wish.stack()),
                wish.region(),
                time.now());
    }

    /// A new ARN of CloudFormation's.
    String arn(String region, String resource) {
        return "arn:"
                + Holdings.PARTITION
                + ":cloudformation:"
                + region
                + ":"
                + Holdings.ACCOUNT
                + ":"
                + resource
                + "/"
                + ids.uuid();
    }
}
