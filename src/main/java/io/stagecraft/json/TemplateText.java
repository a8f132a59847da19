package io.stagecraft.json;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A CloudFormation template's text, YAML with short tags or JSON, as a plain tree of maps, lists, texts, numbers and
/// truths, with functions in their long form. A policy document reads the same way.
public final class TemplateText {
    private static final Set<String> BARE = Set.of("Ref", "Condition");

    private TemplateText() {}

    /// @throws UnreadableTemplate with line and column where they are known
    public static Map<String, Object> parse(String text) {
        var tree = text.stripLeading().startsWith("{") ? json(text) : yaml(text);
        if (!(tree instanceof Map<?, ?> map)) {
            throw new UnreadableTemplate("unsupported structure.");
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private static Object json(String text) {
        try {
            return JsonMapper.shared().readValue(text, Map.class);
        } catch (JacksonException e) {
            throw new UnreadableTemplate(
                    "JSON not well-formed"
                            + Optional.ofNullable(e.getLocation())
                                    .map(l -> place(l.getLineNr(), l.getColumnNr()))
                                    .orElse("."));
        }
    }

    private static @Nullable Object yaml(String text) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .map(TemplateText::plain)
                    .orElse(null);
        } catch (MarkedYamlEngineException e) {
            throw new UnreadableTemplate(
                    "YAML not well-formed"
                            + e.getProblemMark()
                                    .map(m -> place(m.getLine() + 1, m.getColumn() + 1))
                                    .orElse("."));
        } catch (YamlEngineException e) {
            throw new UnreadableTemplate("YAML not well-formed.");
        }
    }

    private static String place(int line, int column) {
        return " at line " + line + ", column " + column + ".";
    }

    private static Object plain(Node node) {
        var tag = node.getTag().getValue();
        var value =
                switch (node) {
                    case MappingNode mapping -> mapping(mapping);
                    case SequenceNode sequence -> {
                        var list = new ArrayList<Object>();
                        sequence.getValue().forEach(item -> list.add(plain(item)));
                        yield list;
                    }
                    case ScalarNode scalar -> scalar(scalar);
                    default -> throw new UnreadableTemplate("unsupported structure.");
                };
        return tag.startsWith("!") ? function(tag.substring(1), value) : value;
    }

    private static Map<String, Object> mapping(MappingNode node) {
        var map = new LinkedHashMap<String, Object>();
        for (var entry : node.getValue()) {
            var key = String.valueOf(plain(entry.getKeyNode()));
            if (map.put(key, plain(entry.getValueNode())) != null) {
                throw new UnreadableTemplate("Duplicate key " + key + ".");
            }
        }
        return map;
    }

    private static Object scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9]\\d{0,17})")) {
            return Long.valueOf(text);
        }
        return node.getTag().equals(Tag.NULL) ? "" : text;
    }

    private static Map<String, Object> function(String name, Object value) {
        var key = BARE.contains(name) ? name : "Fn::" + name;
        var split = name.equals("GetAtt") && value instanceof String text && text.contains(".");
        return new LinkedHashMap<>(
                Map.of(key, split ? List.of(value.toString().split("\\.", 2)) : value));
    }
}
