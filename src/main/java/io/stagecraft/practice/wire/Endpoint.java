package io.stagecraft.practice.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Listens on loopback and hands each request to its service, whichever protocol it comes in.
///
/// The service and region are read from the signature's scope; the signature itself is not checked, and nothing of it is kept.
public final class Endpoint implements AutoCloseable {
    private static final Pattern SCOPE =
            Pattern.compile("Credential=[^/]+/\\d{8}/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request");
    private static final Pattern RPC = Pattern.compile("/service/([^/]+)/operation/([^/]+)/?");
    private static final Pattern OWN = Pattern.compile("/(practice)/([a-z]+)/?");
    private static final int LARGEST = 8 << 20;

    /// The header of every answer that tells the account's time, and that it is one: `Date` cannot, since the JDK's server writes
    /// that one itself.
    public static final String TIME = "x-account-time";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Service> services;
    private final Supplier<String> requestIds;
    private final InstantSource clock;

    /// Starts listening.
    ///
    /// @param port 0 for any that is free
    /// @param clock the account's time, told with every answer
    /// @throws IOException when the port is taken
    public Endpoint(
            int port, List<Service> services, Supplier<String> requestIds, InstantSource clock)
            throws IOException {
        this.services = List.copyOf(services);
        this.requestIds = requestIds;
        this.clock = clock;
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /// Where it listens.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var request = requestIds.get();
        try (exchange) {
            var answer = answer(exchange, request);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("x-amzn-RequestId", request);
            headers.set(TIME, clock.instant().toString());
            if (answer.type().equals(Answer.CBOR)) {
                headers.set("smithy-protocol", "rpc-v2-cbor");
            }
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange, String request) throws IOException {
        if (!isFromHere(exchange)) {
            return new Answer(403, "text/plain", "Loopback only.".getBytes(StandardCharsets.UTF_8));
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Answer(405, "text/plain", "POST only.".getBytes(StandardCharsets.UTF_8));
        }
        var body = body(exchange);
        var own = OWN.matcher(exchange.getRequestURI().getPath());
        if (own.matches()) {
            return own(own.group(1), own.group(2), body, request);
        }
        var rpc = RPC.matcher(exchange.getRequestURI().getPath());
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (rpc.matches()) {
            return cbor(exchange, rpc.group(1), rpc.group(2), body, request);
        }
        return target != null
                ? json(exchange, target, body, request)
                : query(exchange, body, request);
    }

    /// A page in a browser must not reach the account: not by a name that somebody pointed at 127.0.0.1, not by a form, and not by
    /// a picture's address, for which a browser names no origin, but what fetches it.
    private static boolean isFromHere(HttpExchange exchange) {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        var name = host.replaceFirst(":\\d+$", "");
        return exchange.getRequestHeaders().getFirst("Origin") == null
                && exchange.getRequestHeaders().getFirst("Sec-Fetch-Site") == null
                && (name.equals("127.0.0.1")
                        || name.equals("localhost")
                        || name.endsWith(".localhost"));
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        var coding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        try (var in = exchange.getRequestBody()) {
            var plain = coding != null && coding.contains("gzip") ? new GZIPInputStream(in) : in;
            return plain.readNBytes(LARGEST);
        }
    }

    /// What AWS does not have: for people at this machine, unsigned.
    private Answer own(String name, String operation, byte[] body, String request) {
        try {
            var tree = answered(service(name), operation, new Caller("", request), parsed(body));
            return Answer.json(200, tree);
        } catch (Refusal refusal) {
            return Answer.json(400, Map.of("__type", refusal.code(), "message", refusal.words()));
        }
    }

    private Answer cbor(
            HttpExchange exchange, String prefix, String operation, byte[] body, String request) {
        try {
            var caller = caller(exchange, request, Map.of(), "AuthenticationException");
            var tree = answered(service(prefix), operation, caller, Cbor.read(body));
            return Answer.cbor(200, tree);
        } catch (Refusal refusal) {
            return Answer.cbor(400, Map.of("__type", refusal.code(), "message", refusal.words()));
        }
    }

    private Answer json(HttpExchange exchange, String target, byte[] body, String request) {
        try {
            int dot = target.lastIndexOf('.');
            var caller = caller(exchange, request, Map.of(), "AuthenticationTokenException");
            var service = service(dot < 0 ? "" : target.substring(0, dot));
            var tree = answered(service, target.substring(dot + 1), caller, parsed(body));
            return Answer.json(200, tree);
        } catch (Refusal refusal) {
            return Answer.json(400, Map.of("__type", refusal.code(), "message", refusal.words()));
        }
    }

    /// A fault of ours is told as one, in the protocol's own form; a connection that just ends would be tried again.
    private static Map<String, Object> answered(
            Service service, String operation, Caller caller, Map<?, ?> body) {
        try {
            return service.answer(operation, caller, body);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException fault) {
            throw new Refusal(
                    "InternalFailure",
                    "The Practice account failed at " + operation + ": " + fault);
        }
    }

    private static Map<?, ?> parsed(byte[] body) {
        try {
            if (body.length == 0) {
                return Map.of();
            }
            var tree = JsonMapper.shared().readValue(body, Object.class);
            if (tree instanceof Map<?, ?> map) {
                return map;
            }
        } catch (JacksonException _) {
            // told below
        }
        throw Shapes.misplaced("The body is not a JSON object.");
    }

    private Answer query(HttpExchange exchange, byte[] body, String request) {
        var namespace = "http://webservices.amazon.com/AWSFault/2005-15-09";
        try {
            var form = new LinkedHashMap<String, String>();
            var address = exchange.getRequestURI().getRawQuery();
            form.putAll(Query.form(address == null ? "" : address));
            form.putAll(Query.form(new String(body, StandardCharsets.UTF_8)));
            var operation = form.getOrDefault("Action", "");
            var caller = caller(exchange, request, form, "AuthenticationToken");
            var service = queried(scope(exchange, form).group(2));
            namespace = service.namespace();
            var shape = service.operation(operation).input().get();
            var tree = answered(service, operation, caller, Query.tree(form, shape));
            return Answer.xml(200, Query.answer(namespace, operation, request, tree));
        } catch (Refusal refusal) {
            int status = refusal.code().startsWith("Missing") ? 403 : 400;
            return Answer.xml(status, Query.refusal(namespace, refusal, request));
        }
    }

    private static Caller caller(
            HttpExchange exchange, String request, Map<String, String> form, String unsigned) {
        var scope = scope(exchange, form);
        if (!scope.find(0)) {
            throw new Refusal("Missing" + unsigned, "Missing Authentication Token");
        }
        return new Caller(scope.group(1), request);
    }

    private static Matcher scope(HttpExchange exchange, Map<String, String> form) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var presigned = "Credential=" + form.getOrDefault("X-Amz-Credential", "");
        var scope = SCOPE.matcher(header == null ? presigned : header);
        scope.find();
        return scope;
    }

    private Service service(String prefix) {
        return services.stream()
                .filter(s -> !s.isQuery() && s.prefix().equals(prefix))
                .findFirst()
                .orElseThrow(() -> unknown(prefix, "UnknownOperationException"));
    }

    private Service queried(String name) {
        return services.stream()
                .filter(s -> s.isQuery() && s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, "InvalidAction"));
    }

    private Refusal unknown(String service, String code) {
        return new Refusal(
                code,
                "The Practice account has no service "
                        + service
                        + "; it has "
                        + String.join(", ", services.stream().map(Service::name).toList())
                        + ".");
    }

    private record Answer(int status, String type, byte[] body) {
        static final String CBOR = "application/cbor";

        static Answer cbor(int status, Map<String, ?> tree) {
            return new Answer(status, CBOR, Cbor.write(tree));
        }

        static Answer json(int status, Map<String, ?> tree) {
            return new Answer(
                    status,
                    "application/x-amz-json-1.1",
                    JsonMapper.shared().writeValueAsBytes(numbered(tree)));
        }

        static Answer xml(int status, String text) {
            return new Answer(status, "text/xml", text.getBytes(StandardCharsets.UTF_8));
        }

        /// AWS JSON writes an instant as seconds since 1970, with a fraction.
        private static Object numbered(Object value) {
            return switch (value) {
                case Map<?, ?> map -> {
                    var copy = new LinkedHashMap<Object, Object>();
                    map.forEach((k, v) -> copy.put(k, numbered(v)));
                    yield copy;
                }
                case List<?> list -> list.stream().map(Answer::numbered).toList();
                case Instant instant -> BigDecimal.valueOf(instant.toEpochMilli()).movePointLeft(3);
                default -> value;
            };
        }
    }
}
