package io.stagecraft.catalog;

import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A form that the text of a setting can have and that no pattern of the catalogue could say, or that is asked for in a circumstance only.
public enum TextForm {
    /// One JSON value and nothing behind it.
    JSON {
        @Override
        boolean fits(String text) {
            try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
                var first = parser.nextToken();
                parser.skipChildren();
                return first != null && parser.nextToken() == null;
            } catch (JacksonException _) {
                return false;
            }
        }
    },
    /// A regular expression as Java reads it.
    REGULAR_EXPRESSION {
        @Override
        boolean fits(String text) {
            try {
                Pattern.compile(text);
                return true;
            } catch (PatternSyntaxException _) {
                return false;
            }
        }
    },
    /// A text with a variable in it, `#{namespace.key}`.
    VARIABLE {
        @Override
        boolean fits(String text) {
            return text.contains("#{");
        }
    },
    /// A path that begins at the root of a Linux machine.
    ABSOLUTE_PATH {
        @Override
        boolean fits(String text) {
            return text.startsWith("/");
        }
    },
    /// A way to shift traffic, such as `Linear10PercentEvery1Minute`, whose shares wait two days at most in all.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-LambdaDeploy.html">Lambda deploy</a>
    SHIFT_OF_TWO_DAYS {
        @Override
        boolean fits(String text) {
            var shift = SHIFT.matcher(text);
            if (!shift.matches()) {
                return true; // that it is no shift is for its pattern to say
            }
            int percent = Integer.parseInt(shift.group(2));
            int waits = shift.group(1).equals("Canary") ? 1 : (100 + percent - 1) / percent - 1;
            return shift.group(3).length() < 5
                    && waits * Integer.parseInt(shift.group(3)) <= TWO_DAYS;
        }
    },
    /// A repository's name without the address of its registry before it.
    ///
    /// @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html">Private registries</a>
    BARE_REPOSITORY {
        @Override
        boolean fits(String text) {
            return !REGISTRY.matcher(text).matches();
        }
    },
    /// A time zone that somebody has heard of; what can be none at all is for the setting's kind to say.
    HEARD_OF_ZONE {
        @Override
        boolean fits(String text) {
            return !TimeZones.has(text) || TimeZones.isHeardOf(text);
        }
    },
    /// A cron expression with a day that some year has; what is no expression is for the setting's kind to say.
    DAY_THAT_COMES {
        @Override
        boolean fits(String text) {
            return CronWindow.fault(text).isPresent() || CronWindow.of(text).hasADay();
        }
    };

    private static final Pattern REGISTRY =
            Pattern.compile("\\d{12}\\.dkr[.-]ecr[.-].*|public\\.ecr\\.aws(?:/.*)?");
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern SHIFT =
            Pattern.compile("(Canary|Linear)([1-9]\\d?)Percent(?:Every)?(\\d+)Minutes?");
    private static final int TWO_DAYS = 2 * 24 * 60;

    abstract boolean fits(String text);
}
