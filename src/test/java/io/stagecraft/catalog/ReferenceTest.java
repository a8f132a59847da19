package io.stagecraft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every data file says what was gathered from AWS's own pages, independently of the files: `reference.json`, a line per type.
class ReferenceTest {
    /// Where the gathered facts put a circumstance in words that nothing in a design can tell, a file may leave it out.
    private static final Set<String> JUDGED = Set.of("Deploy/AWS/EC2/1 DeploySpec");

    /// What a file allows beyond its page: CodePipeline's page of stack sets names two capabilities, CreateStackSet takes three, and
    /// the CDK hands all three on.
    private static final Map<String, String> WIDER =
            Map.of("Deploy/AWS/CloudFormationStackSet/1 Capabilities", "CAPABILITY_AUTO_EXPAND");

    private final ActionCatalog catalog = CatalogFiles.load();

    private static List<JsonNode> reference() throws IOException {
        try (var in = ReferenceTest.class.getResourceAsStream("reference.json")) {
            return List.copyOf(JsonMapper.shared().readTree(in).values());
        }
    }

    @Test
    void everyTypeOfTheReferenceHasAFile() throws IOException {
        assertEquals(
                reference().stream().map(r -> r.get("type").asString()).collect(Collectors.toSet()),
                catalog.all().stream().map(s -> s.type().path()).collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> everyFileSaysWhatTheReferenceSays() throws IOException {
        return reference().stream()
                .map(r ->
                        DynamicTest.dynamicTest(
                                r.get("type").asString(),
                                () -> assertEquals(facts(r), facts(spec(r)))));
    }

    private ActionSpec spec(JsonNode reference) {
        var path = reference.get("type").asString();
        return catalog.all().stream()
                .filter(s -> s.type().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> facts(JsonNode r) {
        var facts = new TreeMap<String, String>();
        facts.put("inputs", r.get("inputs").toString());
        facts.put("outputs", r.get("outputs").toString());
        facts.put("pipeline types", texts(r.get("pipelineTypes")));
        facts.put("pipeline types verified", r.get("pipelineTypesVerified").asString());
        facts.put("variables", texts(r.get("variables")));
        facts.put("further variables", r.get("dynamic").asString());
        facts.put("timeout", r.get("timeout").asString());
        facts.put("timeout verified", r.get("timeoutVerified").asString());
        facts.put("cross region", r.get("crossRegion").asString());
        facts.put("cross account", r.get("crossAccount").asString());
        facts.put("status", r.get("status").asString());
        facts.put("verified", r.get("verified").asString());
        for (var field : r.get("fields").values()) {
            var key = field.get("key").asString();
            var setting = r.get("type").asString() + " " + key;
            var judged = JUDGED.contains(setting);
            facts.put(
                    "setting " + key,
                    (judged ? "never" : field.get("required").asString())
                            + " "
                            + sorted(
                                    Stream.concat(
                                            Stream.ofNullable(WIDER.get(setting)),
                                            field.get("values").values().stream()
                                                    .map(JsonNode::asString))));
        }
        return facts;
    }

    private static Map<String, String> facts(ActionSpec spec) {
        var facts = new TreeMap<String, String>();
        facts.put("inputs", bounds(spec.inputs()));
        facts.put("outputs", bounds(spec.outputs()));
        facts.put("pipeline types", sorted(spec.pipelineTypes().stream().map(Enum::name)));
        facts.put("pipeline types verified", isVerified(spec, Traits.Fact.PIPELINE_TYPES));
        facts.put("variables", sorted(spec.variables().stream()));
        facts.put("further variables", "" + spec.dynamicVariables().isPresent());
        facts.put("timeout", "" + spec.timeout());
        facts.put("timeout verified", isVerified(spec, Traits.Fact.TIMEOUT));
        facts.put("cross region", spec.crossRegion().name());
        facts.put("cross account", spec.crossAccount().name());
        facts.put("status", spec.status().name());
        facts.put("verified", "" + spec.verified());
        for (var field : spec.fields()) {
            var required =
                    field.required()
                            .map(w -> w.equals(When.ALWAYS) ? "always" : "sometimes")
                            .orElse("never");
            facts.put("setting " + field.key(), required + " " + sorted(field.values().stream()));
        }
        return facts;
    }

    private static String bounds(Bounds bounds) {
        return "[" + bounds.min() + "," + bounds.max() + "]";
    }

    private static String isVerified(ActionSpec spec, Traits.Fact fact) {
        return "" + !spec.traits().unverified().contains(fact);
    }

    private static String texts(JsonNode list) {
        return sorted(list.values().stream().map(JsonNode::asString));
    }

    private static String sorted(Stream<String> texts) {
        return texts.sorted().toList().toString();
    }
}
