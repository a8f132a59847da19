package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;

import java.util.LinkedHashMap;
import java.util.List;

/// What hears of events, starts the pipeline by them, and watches it.
final class TerraformEvents {
    private final TerraformDeclarations module;
    private final TerraformText text;

    TerraformEvents(TerraformDeclarations module) {
        this.module = module;
        this.text = module.text();
    }

    void topic(Resource.Topic topic) {
        var name = text.name(topic.key());
        var at = text.address(topic.key());
        var body = new Hcl();
        topic.name().ifPresent(n -> body.attribute("name", text.of(n)));
        topic.encryptionKey().ifPresent(k -> body.attribute("kms_master_key_id", text.of(k)));
        module.resource("services.tf", topic.key(), body);
        var policy = module.document("services.tf", name, topic.policy());
        module.resource(
                "services.tf",
                "aws_sns_topic_policy",
                name,
                new Hcl().attribute("arn", at + ".arn").attribute("policy", policy));
        for (int i = 0; i < topic.subscriptions().size(); i++) {
            var subscription = topic.subscriptions().get(i);
            module.resource(
                    "services.tf",
                    "aws_sns_topic_subscription",
                    name + "_" + (i + 1),
                    new Hcl()
                            .attribute("topic_arn", at + ".arn")
                            .attribute("protocol", Hcl.quoted(subscription.protocol()))
                            .attribute("endpoint", Hcl.quoted(subscription.endpoint())));
        }
    }

    void notice(Resource.Notice notice) {
        module.resource(
                "services.tf",
                notice.key(),
                new Hcl()
                        .attribute("name", Hcl.quoted(notice.name()))
                        .attribute("description", Hcl.quoted(notice.description()))
                        .attribute("event_pattern", module.encoded(notice.pattern())));
        var paths = new LinkedHashMap<String, List<String>>();
        notice.paths().forEach((name, path) -> paths.put(name, List.of(Hcl.quoted(path))));
        module.resource(
                "services.tf",
                "aws_cloudwatch_event_target",
                text.name(notice.key()),
                new Hcl()
                        .attribute("rule", text.address(notice.key()) + ".name")
                        .attribute("target_id", Hcl.quoted("topic"))
                        .attribute("arn", text.of(notice.topic()))
                        .block(
                                "input_transformer",
                                new Hcl()
                                        .attribute("input_paths", Hcl.object(paths))
                                        .attribute(
                                                "input_template", Hcl.quoted(notice.message()))));
    }

    void alarm(Resource.Alarm alarm) {
        var dimensions = new LinkedHashMap<String, List<String>>();
        dimensions.put(
                alarm.dimension().getKey(), List.of(Hcl.quoted(alarm.dimension().getValue())));
        module.resource(
                "services.tf",
                alarm.key(),
                new Hcl()
                        .attribute("alarm_name", Hcl.quoted(alarm.name()))
                        .attribute("alarm_description", Hcl.quoted(alarm.description()))
                        .attribute("namespace", Hcl.quoted(alarm.namespace()))
                        .attribute("metric_name", Hcl.quoted(alarm.metric()))
                        .attribute("dimensions", Hcl.object(dimensions))
                        .attribute("statistic", Hcl.quoted(alarm.statistic()))
                        .attribute("period", String.valueOf(alarm.periodSeconds()))
                        .attribute("evaluation_periods", "1")
                        .attribute("threshold", String.valueOf(alarm.threshold()))
                        .attribute(
                                "comparison_operator", Hcl.quoted("GreaterThanOrEqualToThreshold"))
                        .attribute("treat_missing_data", Hcl.quoted("notBreaching"))
                        .attribute("alarm_actions", Hcl.list(List.of(text.of(alarm.topic())))));
    }

    void startRule(Resource.StartRule rule) {
        module.resource(
                "services.tf",
                rule.key(),
                new Hcl()
                        .attribute("description", Hcl.quoted(rule.description()))
                        .attribute("event_pattern", module.encoded(rule.pattern())));
        module.resource(
                "services.tf",
                "aws_cloudwatch_event_target",
                text.name(rule.key()),
                new Hcl()
                        .attribute("rule", text.address(rule.key()) + ".id")
                        .attribute("target_id", Hcl.quoted("pipeline"))
                        .attribute("arn", text.of(rule.target()))
                        .attribute("role_arn", text.of(rule.role())));
    }
}
