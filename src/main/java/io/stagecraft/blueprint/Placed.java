package io.stagecraft.blueprint;

import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Statement.Clause;
import io.stagecraft.iam.Statement.Share;
import io.stagecraft.iam.Text;
import io.stagecraft.iam.Text.Here;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Statements with what is known of account, region and partition written out.
///
/// @param known what the texts' pseudo parts stand for
record Placed(Map<Here, String> known) {
    private static final String CHINA = "amazonaws.com.cn";
    private static final String ELSEWHERE = "amazonaws.com";

    Placed {
        var all = new HashMap<>(known);
        if (known.containsKey(Here.PARTITION)) {
            all.put(Here.SUFFIX, isChina(known) ? CHINA : ELSEWHERE);
        }
        known = Map.copyOf(all);
    }

    private static boolean isChina(Map<Here, String> known) {
        return "aws-cn".equals(known.get(Here.PARTITION));
    }

    Statement of(Statement statement) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                texts(statement.resources()),
                statement.conditions().stream().map(this::of).toList(),
                statement.unscoped(),
                statement.shares().stream()
                        .map(s -> new Share(s.actions(), texts(s.resources()), s.reasons()))
                        .toList());
    }

    private List<Text> texts(List<Text> texts) {
        return texts.stream().map(this::of).distinct().toList();
    }

    /// Where the region is not known, a service's names in and outside of China are both right; where the partition is known,
    /// one of them is.
    private Clause of(Clause clause) {
        var values = texts(clause.values());
        var here = values.stream().filter(v -> !isElsewhere(v)).toList();
        return new Clause(clause.operator(), clause.key(), here.isEmpty() ? values : here);
    }

    private boolean isElsewhere(Text name) {
        return known.containsKey(Here.PARTITION)
                && name.shown().endsWith("." + (isChina(known) ? ELSEWHERE : CHINA));
    }

    Text of(Text text) {
        return new Text(
                text.parts().stream()
                        .<Text.Part>map(part ->
                                part instanceof Text.Pseudo(var here) && known.containsKey(here)
                                        ? new Text.Literal(known.getOrDefault(here, ""))
                                        : part)
                        .toList());
    }
}
