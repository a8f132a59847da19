package io.stagecraft.practice.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// How alarms stand, and for how long.
class AlarmsTest {
    private static final Alarms.Standing LOUD = new Alarms.Standing("ALARM", "Too many errors.");

    private final Holdings holdings = new Holdings();
    private final Alarms alarms = new Alarms(holdings);

    @Test
    void alarmsOfOneNameInTwoRegionsStandEachForItself() {
        var ireland = alarm("eu-west-1");
        var virginia = alarm("us-east-1");
        holdings.add(ireland);
        holdings.add(virginia);
        alarms.set("errors", "us-east-1", LOUD);
        assertEquals("ALARM", alarms.standing(virginia).state());
        assertEquals("INSUFFICIENT_DATA", alarms.standing(ireland).state());
    }

    @Test
    void anAlarmThatIsMadeAgainStartsWithoutData() {
        var alarm = alarm("eu-west-1");
        holdings.add(alarm);
        alarms.set("errors", "eu-west-1", LOUD);
        holdings.remove(alarm);
        holdings.add(alarm);
        assertEquals("INSUFFICIENT_DATA", alarms.standing(alarm).state());
    }

    @Test
    void anAlarmThatIsOnlyChangedStandsAsItStood() {
        var alarm = alarm("eu-west-1");
        holdings.add(alarm);
        alarms.set("errors", "eu-west-1", LOUD);
        holdings.replace(alarm, alarm("eu-west-1"));
        assertEquals(LOUD, alarms.standing(alarms.named("errors", "eu-west-1").orElseThrow()));
    }

    private static Thing alarm(String region) {
        return new Thing(
                "AWS::CloudWatch::Alarm",
                "errors",
                "errors",
                "arn:aws:cloudwatch:" + region + ":000000000000:alarm:errors",
                region,
                Map.of(),
                Map.of(),
                "stack");
    }
}
