package io.stagecraft.iam;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One test of a condition key.
///
/// @param test what it compares, without prefix and suffix, such as `StringLike`
/// @param set how the values of the call count
/// @param ifExists whether a call without the key passes
/// @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition operators</a>
public record Condition(
        Test test, boolean not, Set set, boolean ifExists, String key, List<String> values) {
    /// Of more values than these a sentence tells how many there are.
    private static final int TOLD = 3;

    public Condition {
        values = List.copyOf(values);
    }

    /// Which of several values of a call have to match.
    public enum Set {
        ONE,
        FOR_ANY_VALUE,
        FOR_ALL_VALUES
    }

    /// What is compared.
    public enum Test {
        STRING_EQUALS("is"),
        STRING_EQUALS_IGNORE_CASE("is"),
        STRING_LIKE("is like"),
        NUMERIC_EQUALS("is"),
        NUMERIC_LESS_THAN("is below"),
        NUMERIC_LESS_THAN_EQUALS("is at most"),
        NUMERIC_GREATER_THAN("is above"),
        NUMERIC_GREATER_THAN_EQUALS("is at least"),
        DATE_EQUALS("is"),
        DATE_LESS_THAN("is before"),
        DATE_LESS_THAN_EQUALS("is at the latest"),
        DATE_GREATER_THAN("is after"),
        DATE_GREATER_THAN_EQUALS("is at the earliest"),
        BOOL("is"),
        BINARY_EQUALS("is"),
        IP_ADDRESS("is in"),
        ARN("is like"),
        NULL("is");

        private final String words;

        Test(String words) {
            this.words = words;
        }
    }

    /// For a sentence, such as `aws:RequestedRegion is eu-west-1 or eu-west-3`.
    String words() {
        if (test == Test.NULL) {
            return key + (values.contains("true") ? " is not there" : " is there");
        }
        var told = String.join(" or ", values.subList(0, Math.min(TOLD, values.size())));
        var more = values.size() > TOLD ? " or one of " + (values.size() - TOLD) + " more" : "";
        return key
                + " "
                + (not ? test.words.replaceFirst("is", "is not") : test.words)
                + " "
                + told
                + more;
    }

    static Condition of(String operator, String key, List<String> values, String where) {
        var word = operator;
        var set = Set.ONE;
        if (word.startsWith("ForAnyValue:")) {
            set = Set.FOR_ANY_VALUE;
            word = word.substring("ForAnyValue:".length());
        } else if (word.startsWith("ForAllValues:")) {
            set = Set.FOR_ALL_VALUES;
            word = word.substring("ForAllValues:".length());
        }
        boolean ifExists = word.endsWith("IfExists");
        word = ifExists ? word.substring(0, word.length() - "IfExists".length()) : word;
        boolean not = word.contains("Not");
        var test =
                test(word.replace("Not", ""))
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        where + ": " + operator + " is no condition operator."));
        return new Condition(test, not, set, ifExists, key, values);
    }

    private static Optional<Test> test(String word) {
        return switch (word) {
            case "StringEquals" -> Optional.of(Test.STRING_EQUALS);
            case "StringEqualsIgnoreCase" -> Optional.of(Test.STRING_EQUALS_IGNORE_CASE);
            case "StringLike" -> Optional.of(Test.STRING_LIKE);
            case "NumericEquals" -> Optional.of(Test.NUMERIC_EQUALS);
            case "NumericLessThan" -> Optional.of(Test.NUMERIC_LESS_THAN);
            case "NumericLessThanEquals" -> Optional.of(Test.NUMERIC_LESS_THAN_EQUALS);
            case "NumericGreaterThan" -> Optional.of(Test.NUMERIC_GREATER_THAN);
            case "NumericGreaterThanEquals" -> Optional.of(Test.NUMERIC_GREATER_THAN_EQUALS);
            case "DateEquals" -> Optional.of(Test.DATE_EQUALS);
            case "DateLessThan" -> Optional.of(Test.DATE_LESS_THAN);
            case "DateLessThanEquals" -> Optional.of(Test.DATE_LESS_THAN_EQUALS);
            case "DateGreaterThan" -> Optional.of(Test.DATE_GREATER_THAN);
            case "DateGreaterThanEquals" -> Optional.of(Test.DATE_GREATER_THAN_EQUALS);
            case "Bool" -> Optional.of(Test.BOOL);
            case "BinaryEquals" -> Optional.of(Test.BINARY_EQUALS);
            case "IpAddress" -> Optional.of(Test.IP_ADDRESS);
            case "ArnEquals", "ArnLike" -> Optional.of(Test.ARN);
            case "Null" -> Optional.of(Test.NULL);
            default -> Optional.empty();
        };
    }

    boolean holds(CallContext call) {
        var given = call.values(key);
        if (test == Test.NULL) {
            return values.stream().anyMatch(v -> v.equalsIgnoreCase("true") == given.isEmpty());
        }
        if (given.isEmpty()) {
            return switch (set) {
                case ONE -> ifExists || not;
                case FOR_ANY_VALUE -> ifExists;
                case FOR_ALL_VALUES -> true;
            };
        }
        return switch (set) {
            case FOR_ALL_VALUES -> given.stream().allMatch(v -> passes(v, call));
            case FOR_ANY_VALUE -> given.stream().anyMatch(v -> passes(v, call));
            case ONE ->
                    not
                            ? given.stream().allMatch(v -> passes(v, call))
                            : given.stream().anyMatch(v -> passes(v, call));
        };
    }

    private boolean passes(String given, CallContext call) {
        return values.stream().anyMatch(wanted -> matches(given, wanted, call)) != not;
    }

    private boolean matches(String given, String wanted, CallContext call) {
        return switch (test) {
            case STRING_EQUALS ->
                    call.filled(wanted).filter(w -> Glob.unescaped(w).equals(given)).isPresent();
            case STRING_EQUALS_IGNORE_CASE ->
                    call.filled(wanted)
                            .filter(w -> Glob.unescaped(w).equalsIgnoreCase(given))
                            .isPresent();
            case STRING_LIKE -> call.filled(wanted).filter(w -> Glob.matches(w, given)).isPresent();
            case ARN -> call.filled(wanted).filter(w -> Glob.matchesArn(w, given)).isPresent();
            case BOOL -> wanted.equalsIgnoreCase(given);
            case BINARY_EQUALS -> wanted.equals(given);
            case NULL -> false;
            case IP_ADDRESS -> inRange(given, wanted);
            case NUMERIC_EQUALS -> number(given, wanted).filter(c -> c == 0).isPresent();
            case NUMERIC_LESS_THAN -> number(given, wanted).filter(c -> c < 0).isPresent();
            case NUMERIC_LESS_THAN_EQUALS -> number(given, wanted).filter(c -> c <= 0).isPresent();
            case NUMERIC_GREATER_THAN -> number(given, wanted).filter(c -> c > 0).isPresent();
            case NUMERIC_GREATER_THAN_EQUALS ->
                    number(given, wanted).filter(c -> c >= 0).isPresent();
            case DATE_EQUALS -> date(given, wanted).filter(c -> c == 0).isPresent();
            case DATE_LESS_THAN -> date(given, wanted).filter(c -> c < 0).isPresent();
            case DATE_LESS_THAN_EQUALS -> date(given, wanted).filter(c -> c <= 0).isPresent();
            case DATE_GREATER_THAN -> date(given, wanted).filter(c -> c > 0).isPresent();
            case DATE_GREATER_THAN_EQUALS -> date(given, wanted).filter(c -> c >= 0).isPresent();
        };
    }

    private static Optional<Integer> number(String given, String wanted) {
        try {
            return Optional.of(new BigDecimal(given).compareTo(new BigDecimal(wanted)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> date(String given, String wanted) {
        var first = instant(given);
        var second = instant(wanted);
        return first.isEmpty() || second.isEmpty()
                ? Optional.empty()
                : Optional.of(first.get().compareTo(second.get()));
    }

    /// ISO 8601, a day alone, or seconds since 1970.
    private static Optional<Instant> instant(String text) {
        try {
            if (text.matches("-?\\d+")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            return Optional.of(
                    OffsetDateTime.parse(text.length() == 10 ? text + "T00:00:00Z" : text)
                            .toInstant());
        } catch (DateTimeParseException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean inRange(String given, String range) {
        var parts = range.split("/", 2);
        if (!isAddress(given) || !isAddress(parts[0])) {
            return false;
        }
        try {
            var address = InetAddress.getByName(given).getAddress();
            var start = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : start.length * 8;
            return address.length == start.length && sharesBits(address, start, bits);
        } catch (UnknownHostException | NumberFormatException _) {
            return false;
        }
    }

    /// Only what cannot be a host's name: nothing here may ask the network.
    private static boolean isAddress(String text) {
        return text.matches("[0-9.]+")
                || text.contains(":") && text.toLowerCase(Locale.ROOT).matches("[0-9a-f:.]+");
    }

    private static boolean sharesBits(byte[] address, byte[] start, int bits) {
        int whole = Math.min(bits / 8, start.length);
        int rest = bits % 8;
        return Arrays.equals(address, 0, whole, start, 0, whole)
                && (rest == 0
                        || whole == start.length
                        || ((address[whole] ^ start[whole]) & (0xff00 >> rest) & 0xff) == 0);
    }
}
