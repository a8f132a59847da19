package io.stagecraft.export;

import io.stagecraft.iam.Text;
import io.stagecraft.json.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// JSON text with parts that only deployment fills, taken apart so that each syntax can write it as a value of its own.
final class JsonText {
    // private-use characters, which no event pattern holds
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

    private JsonText() {}

    static Doc parse(Text json, Function<Text, Doc> texts) {
        var marked = new StringBuilder();
        for (int i = 0; i < json.parts().size(); i++) {
            marked.append(
                    json.parts().get(i) instanceof Text.Literal(var letters)
                            ? letters
                            : "\uE000" + i + "\uE001");
        }
        return Doc.of(
                Json.parse(marked.toString()), text -> texts.apply(filled(text, json.parts())));
    }

    private static Text filled(String text, List<Text.Part> parts) {
        var filled = new ArrayList<Text.Part>();
        var matcher = MARK.matcher(text);
        int at = 0;
        while (matcher.find()) {
            filled.add(new Text.Literal(text.substring(at, matcher.start())));
            filled.add(parts.get(Integer.parseInt(matcher.group(1))));
            at = matcher.end();
        }
        filled.add(new Text.Literal(text.substring(at)));
        return new Text(filled);
    }
}
