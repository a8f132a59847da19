package io.stagecraft.export;

import io.stagecraft.blueprint.Resource;

import java.util.List;

/// What hears of events, starts the pipeline by them, and watches it.
record CloudFormationEvents(CloudFormationDeclarations stack) {
    void topic(Resource.Topic topic) {
        stack.plain(
                topic.key(),
                "AWS::SNS::Topic",
                new Doc.Building()
                        .maybe("TopicName", topic.name().map(stack::text))
                        .maybe("KmsMasterKeyId", topic.encryptionKey().map(stack::text))
                        .each(
                                "Subscription",
                                topic.subscriptions(),
                                s ->
                                        new Doc.Building()
                                                .put("Protocol", s.protocol())
                                                .put("Endpoint", s.endpoint())
                                                .done())
                        .maybe("Tags", stack.tags()));
        stack.plain(
                topic.key() + "Policy",
                "AWS::SNS::TopicPolicy",
                new Doc.Building()
                        .put("Topics", new Doc.Arr(List.of(new Doc.Ref(topic.key()))))
                        .put("PolicyDocument", stack.policy(topic.policy())));
    }

    void busAccess(Resource.BusAccess access) {
        stack.plain(
                access.key(),
                "AWS::Events::EventBusPolicy",
                new Doc.Building()
                        .put("StatementId", access.statement())
                        .put("Action", "events:PutEvents")
                        .put("Principal", stack.text(access.account())));
    }

    void notice(Resource.Notice notice) {
        var paths = new Doc.Building();
        notice.paths().forEach(paths::put);
        stack.plain(
                notice.key(),
                "AWS::Events::Rule",
                new Doc.Building()
                        .put("Name", notice.name())
                        .put("Description", notice.description())
                        .put("State", "ENABLED")
                        .put("EventPattern", JsonText.parse(notice.pattern(), stack::text))
                        .put(
                                "Targets",
                                new Doc.Arr(
                                        List.of(
                                                new Doc.Building()
                                                        .put("Id", "topic")
                                                        .put("Arn", stack.text(notice.topic()))
                                                        .put(
                                                                "InputTransformer",
                                                                new Doc.Building()
                                                                        .put(
                                                                                "InputPathsMap",
                                                                                paths.done())
                                                                        .put(
                                                                                "InputTemplate",
                                                                                notice.message())
                                                                        .done())
                                                        .done()))));
    }

    void alarm(Resource.Alarm alarm) {
        stack.plain(
                alarm.key(),
                "AWS::CloudWatch::Alarm",
                new Doc.Building()
                        .put("AlarmName", alarm.name())
                        .put("AlarmDescription", alarm.description())
                        .put("Namespace", alarm.namespace())
                        .put("MetricName", alarm.metric())
                        .put(
                                "Dimensions",
                                new Doc.Arr(
                                        List.of(
                                                new Doc.Building()
                                                        .put("Name", alarm.dimension().getKey())
                                                        .put("Value", alarm.dimension().getValue())
                                                        .done())))
                        .put("Statistic", alarm.statistic())
                        .put("Period", Doc.of(alarm.periodSeconds()))
                        .put("EvaluationPeriods", Doc.of(1))
                        .put("Threshold", Doc.of(alarm.threshold()))
                        .put("ComparisonOperator", "GreaterThanOrEqualToThreshold")
                        .put("TreatMissingData", "notBreaching")
                        .put("AlarmActions", new Doc.Arr(List.of(stack.text(alarm.topic()))))
                        .maybe("Tags", stack.tags()));
    }

    void startRule(Resource.StartRule rule) {
        stack.plain(
                rule.key(),
                "AWS::Events::Rule",
                new Doc.Building()
                        .put("Description", rule.description())
                        .put("State", "ENABLED")
                        .put("EventPattern", JsonText.parse(rule.pattern(), stack::text))
                        .put(
                                "Targets",
                                new Doc.Arr(
                                        List.of(
                                                new Doc.Building()
                                                        .put("Id", "pipeline")
                                                        .put("Arn", stack.text(rule.target()))
                                                        .put("RoleArn", stack.text(rule.role()))
                                                        .done()))));
    }
}
