package io.stagecraft.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Pictures by name, drawn in one stroke colour: `-sc-icon`, which any ancestor may set in its styles.
///
/// The names are those of the files in `assets/icons`. One that nobody drew shows a plain puzzle piece.
public final class Icons {
    private static final String FOLDER = "/io/stagecraft/assets/icons/";
    private static final String UNKNOWN = "puzzle";
    private static final double GRID = 24; // the square that every picture is drawn on
    private static final Pattern SHAPE =
            Pattern.compile("<(path|circle|ellipse|rect|line|polyline|polygon) ([^>]*?)/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z0-9]+)=\"([^\"]*)\"");
    private static final Pattern START =
            Pattern.compile("m\\s*(-?\\d*\\.?\\d+)[ ,]*(-?\\d*\\.?\\d+)(.*)");
    private static final Map<String, String> PATHS = new ConcurrentHashMap<>();

    private Icons() {}

    /// The picture, `size` pixels high and wide. It takes no mouse: what it stands on does.
    public static Node node(String name, double size) {
        return new Icon(path(name), size);
    }

    /// Whether there is a picture of that name.
    public static boolean has(String name) {
        return Icons.class.getResource(FOLDER + name + ".svg") != null;
    }

    /// The picture as SVG path data on a grid of 24 × 24, to be stroked 2 wide with round ends.
    public static String path(String name) {
        return PATHS.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        try (var file = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (file == null) {
                return name.equals(UNKNOWN) ? "" : read(UNKNOWN);
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return SHAPE.matcher(text).results().map(Icons::data).collect(Collectors.joining(" "));
        } catch (IOException _) {
            return "";
        }
    }

    private static String data(MatchResult shape) {
        var of =
                ATTRIBUTE
                        .matcher(shape.group(2))
                        .results()
                        .collect(Collectors.toMap(a -> a.group(1), a -> a.group(2), (a, _) -> a));
        return switch (shape.group(1)) {
            case "path" -> anchored(of.getOrDefault("d", ""));
            case "circle" ->
                    ellipse(number(of, "cx"), number(of, "cy"), number(of, "r"), number(of, "r"));
            case "ellipse" ->
                    ellipse(number(of, "cx"), number(of, "cy"), number(of, "rx"), number(of, "ry"));
            case "rect" -> rect(of);
            case "line" ->
                    "M"
                            + of.get("x1")
                            + " "
                            + of.get("y1")
                            + "L"
                            + of.get("x2")
                            + " "
                            + of.get("y2");
            case "polyline" -> "M" + of.getOrDefault("points", "0 0");
            default -> "M" + of.getOrDefault("points", "0 0") + "Z";
        };
    }

    /// Begins a path at its own place: a relative start would count from where the shape before it ended.
    private static String anchored(String data) {
        var start = START.matcher(data);
        if (!start.matches()) {
            return data;
        }
        var rest = start.group(3).strip();
        boolean line = !rest.isEmpty() && !Character.isLetter(rest.charAt(0));
        return "M" + start.group(1) + " " + start.group(2) + (line ? "l" : "") + rest;
    }

    private static String ellipse(double x, double y, double rx, double ry) {
        var arc = "a" + rx + " " + ry + " 0 1 0 ";
        return "M" + (x - rx) + " " + y + arc + 2 * rx + " 0" + arc + -2 * rx + " 0Z";
    }

    private static String rect(Map<String, String> of) {
        double w = number(of, "width");
        double h = number(of, "height");
        double r = Math.max(number(of, "rx"), number(of, "ry"));
        var corner = "a" + r + " " + r + " 0 0 1 ";
        return "M"
                + (number(of, "x") + r)
                + " "
                + number(of, "y")
                + "h"
                + (w - 2 * r)
                + corner
                + r
                + " "
                + r
                + "v"
                + (h - 2 * r)
                + corner
                + -r
                + " "
                + r
                + "h"
                + (2 * r - w)
                + corner
                + -r
                + " "
                + -r
                + "v"
                + (2 * r - h)
                + corner
                + r
                + " "
                + -r
                + "Z";
    }

    private static double number(Map<String, String> of, String key) {
        return Double.parseDouble(of.getOrDefault(key, "0"));
    }

    /// A square that holds the scaled drawing, whatever its outline.
    private static final class Icon extends Region {
        Icon(String path, double size) {
            var shape = new SVGPath();
            shape.setContent(path);
            shape.setManaged(false);
            shape.getStyleClass().add("icon-shape");
            shape.getTransforms().add(new Scale(size / GRID, size / GRID, 0, 0));
            getChildren().add(shape);
            getStyleClass().add("icon");
            setMinSize(size, size);
            setPrefSize(size, size);
            setMaxSize(size, size);
            setMouseTransparent(true);
        }
    }
}
