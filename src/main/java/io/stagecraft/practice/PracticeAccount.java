package io.stagecraft.practice;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.practice.account.AlarmService;
import io.stagecraft.practice.account.Alarms;
import io.stagecraft.practice.account.Connections;
import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.line.CodePipelineService;
import io.stagecraft.practice.line.Faults;
import io.stagecraft.practice.line.Pipelines;
import io.stagecraft.practice.stack.CloudFormationService;
import io.stagecraft.practice.stack.Stacks;
import io.stagecraft.practice.wire.Endpoint;
import io.stagecraft.practice.wire.Service;

import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/// A small AWS on 127.0.0.1. Everything it holds is in memory and gone when it closes.
public final class PracticeAccount implements AutoCloseable, Trainer {
    /// The account's number.
    public static final String ID = Holdings.ACCOUNT;

    /// How an account is opened.
    ///
    /// @param port 0 for any that is free
    /// @param seed the same seed and requests give the same ids, times and names
    public record Options(int port, long seed, PracticeClock clock) {
        /// An account for people: any free port, the machine's time.
        ///
        /// @param speed 1–1000 times as fast as on the wall
        public static Options at(double speed) {
            return new Options(0, 1, PracticeClock.real(speed));
        }
    }

    private final PracticeClock clock;
    private final Endpoint endpoint;
    private final Timeline time;
    private final Holdings holdings;
    private final Pipelines pipelines;
    private final Alarms alarms;
    private final Connections connections;
    private final Faults faults = new Faults();

    private PracticeAccount(Options options, ActionCatalog catalog) throws IOException {
        this.clock = options.clock();
        var time = new Timeline(clock);
        var ids = new Ids(options.seed());
        this.holdings = new Holdings();
        var roles = new Roles(holdings);
        var stacks = new Stacks(time, ids, holdings, roles);
        this.time = time;
        this.alarms = new Alarms(holdings);
        this.connections = new Connections(holdings);
        this.pipelines =
                new Pipelines(
                        time,
                        ids,
                        holdings,
                        roles,
                        stacks,
                        alarms,
                        faults,
                        catalog,
                        CatalogFiles.rules());
        var line = new CodePipelineService(time, pipelines);
        // ids of requests come from a source of their own, so that looking does not change what
        // happens
        var requests = new Ids(~options.seed());
        this.endpoint =
                new Endpoint(
                        options.port(),
                        List.of(
                                new CloudFormationService(time, stacks).service(),
                                line.service(),
                                line.logs(),
                                new AlarmService(time, alarms).service(),
                                new TrainersDoor(this, this::hold).service(),
                                tokens()),
                        requests::uuid,
                        clock::now);
    }

    /// Opens an account that knows the action types which come with the program.
    ///
    /// @throws IOException when the port is taken
    public static PracticeAccount open(Options options) throws IOException {
        return open(options, CatalogFiles.load());
    }

    /// Opens an account.
    ///
    /// @param catalog the action types that its pipelines may have, a person's own among them
    /// @throws IOException when the port is taken
    public static PracticeAccount open(Options options, ActionCatalog catalog) throws IOException {
        return new PracticeAccount(options, catalog);
    }

    /// Where it listens, such as `http://127.0.0.1:4566`.
    public URI endpoint() {
        return endpoint.address();
    }

    /// Lets time pass this much faster than on the wall; at once, also in the middle of a run.
    ///
    /// @param factor 1–1000
    public void speed(double factor) {
        clock.speed(factor);
    }

    /// Holds what a design uses without bringing it along; what is there already stays as it is.
    public void hold(StandIns standIns) {
        time.ask(() -> {
            standIns.into(holdings);
            standIns.actionTypes()
                    .forEach(t -> pipelines.lendType(t.category(), t.provider(), t.version()));
            return standIns;
        });
    }

    @Override
    public void inject(Fault fault) {
        time.ask(() -> {
            faults.add(fault);
            return fault;
        });
    }

    @Override
    public boolean has(String pipeline, String action) {
        return time.ask(() -> pipelines.has(pipeline, action));
    }

    @Override
    public List<Fault> faults() {
        return time.ask(faults::all);
    }

    @Override
    public void clear(String pipeline, String action) {
        time.ask(() -> {
            faults.clear(pipeline, action);
            return action;
        });
    }

    @Override
    public void alarm(String name, String region, String state) {
        if (!Alarms.STATES.contains(state)) {
            throw new IllegalArgumentException(
                    "An alarm is OK, ALARM or INSUFFICIENT_DATA, and not " + state + ".");
        }
        time.ask(() -> {
            if (alarms.named(name, region).isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no alarm " + name + " in " + region + " here.");
            }
            alarms.set(name, region, new Alarms.Standing(state, "Set by the trainer."));
            return state;
        });
    }

    @Override
    public void connection(String name, String region, String state) {
        if (!Connections.STATES.contains(state)) {
            throw new IllegalArgumentException(
                    "A connection is AVAILABLE, PENDING or ERROR, and not " + state + ".");
        }
        time.ask(() -> {
            if (!connections.set(name, region, state)) {
                throw new IllegalArgumentException(
                        "No stack has made a connection " + name + " in " + region + " here.");
            }
            return state;
        });
    }

    @Override
    public void close() {
        endpoint.close();
        clock.close();
    }

    private static Service tokens() {
        return Service.query("sts", "2011-06-15")
                .can(
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (_, _) ->
                                GetCallerIdentityResponse.builder()
                                        .account(ID)
                                        .userId("AIDAPRACTICE000000000")
                                        .arn(
                                                "arn:"
                                                        + Holdings.PARTITION
                                                        + ":iam::"
                                                        + ID
                                                        + ":user/practice")
                                        .build());
    }
}
