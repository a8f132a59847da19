package io.stagecraft.export;

import io.stagecraft.json.Json;

import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Templates read back by another program's parser, as maps and lists.
final class Templates {
    private Templates() {}

    static Object parseYaml(String text) {
        var tags = new LinkedHashMap<Tag, ConstructNode>();
        tags.put(new Tag("!Ref"), node -> Map.of("Ref", text(node)));
        tags.put(new Tag("!Sub"), node -> Map.of("Fn::Sub", text(node)));
        tags.put(
                new Tag("!GetAtt"),
                node -> Map.of("Fn::GetAtt", List.of(text(node).split("\\.", 2))));
        tags.put(
                new Tag("!Join"),
                node ->
                        Map.of(
                                "Fn::Join",
                                List.of(
                                        text(items(node).getFirst()),
                                        items(items(node).getLast()).stream()
                                                .map(Templates::text)
                                                .toList())));
        return new Load(LoadSettings.builder().setTagConstructors(tags).build())
                .loadFromString(text);
    }

    private static List<Node> items(Node node) {
        return ((SequenceNode) node).getValue();
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }

    static Object parseJson(String text) {
        return plain(Json.parse(text));
    }

    private static Object plain(Json json) {
        return switch (json) {
            case Json.Obj(var members) -> {
                var map = new LinkedHashMap<String, Object>();
                members.forEach((name, value) -> map.put(name, plain(value)));
                yield map;
            }
            case Json.Arr(var items) ->
                    new ArrayList<>(items.stream().map(Templates::plain).toList());
            case Json.Str(var text) -> text;
            case Json.Num(var number) -> Integer.valueOf(number);
            case Json.Bool(var is) -> is;
            case Json.Null() -> "null";
        };
    }

    /// What references point at that the template does not hold.
    static TreeSet<String> dangling(Map<?, ?> template) {
        var known = new TreeSet<String>();
        for (var section : List.of("Resources", "Parameters")) {
            if (template.get(section) instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> known.add(key.toString()));
            }
        }
        var found = new TreeSet<String>();
        references(template, found);
        found.removeIf(name -> known.contains(name) || name.startsWith("AWS::"));
        return found;
    }

    private static void references(Object value, TreeSet<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (key.equals("Ref")) {
                    found.add(inner.toString());
                } else if (key.equals("Fn::GetAtt") && inner instanceof List<?> path) {
                    found.add(path.getFirst().toString());
                } else if (key.equals("Fn::Sub")) {
                    Doc.IN_A_SUB
                            .matcher(inner.toString())
                            .results()
                            .forEach(m -> found.add(m.group(1)));
                } else if (key.equals("DependsOn") && inner instanceof List<?> names) {
                    names.forEach(name -> found.add(name.toString()));
                } else {
                    references(inner, found);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> references(inner, found));
        }
    }
}
