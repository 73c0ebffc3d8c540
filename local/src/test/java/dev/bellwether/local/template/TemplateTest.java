package dev.bellwether.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
  @Test
  void a_function_has_the_globals_and_its_own_with_every_reference_resolved() {
    var function = Fixture.template().functions().getFirst();

    assertEquals("EchoFunction", function.id());
    assertEquals("bellwether-EchoFunction", function.name());
    assertEquals("dev.bellwether.local.testing.EchoHandler", function.handler());
    assertEquals(Duration.ofSeconds(10), function.timeout());
    assertEquals(512, function.memoryMegabytes());
    assertEquals(
        Map.of(
            "GREETING", "hello from bellwether",
            "NOTES_TABLE", "bellwether-Notes",
            "JOBS_URL", "https://sqs.eu-west-1.amazonaws.com/000000000000/bellwether-Jobs",
            "ALERTS_ARN", "arn:aws:sns:eu-west-1:000000000000:bellwether-Alerts",
            "BUS_NAME", "bellwether-bus",
            "SECRET_ARN",
                "arn:aws:secretsmanager:eu-west-1:000000000000:secret:bellwether-WebhookSecret-local0"),
        function.environment());
  }

  @Test
  void what_the_functions_are_called_by_is_read() {
    var template = Fixture.template();

    assertEquals(new Route("ANY", "/echo/{name}", "EchoFunction"), template.routes().getFirst());
    assertEquals(
        new QueueSource(
            "JobFunction",
            "arn:aws:sqs:eu-west-1:000000000000:bellwether-Jobs",
            4,
            Duration.ZERO,
            5,
            QueueSource.Reports.FAILED_ITEMS),
        template.queueSources().getFirst());
    assertEquals(
        new Rule(
            "ListenerFunctionAlert",
            "bellwether-bus",
            "{\"source\":[\"fixture\"],\"detail\":{\"level\":[{\"numeric\":[\">\",2]}]}}",
            "ListenerFunction"),
        template.rules().getFirst());
    assertEquals(
        new Schedule(
            "ListenerFunctionTick",
            Schedule.Source.RULE,
            "rate(5 minutes)",
            "UTC",
            Optional.empty(),
            "ListenerFunction"),
        template.schedules().getFirst());
  }

  @Test
  void tables_queues_topics_and_buses_are_read() {
    var template = Fixture.template();

    assertEquals(
        new Table(
            "Notes",
            "bellwether-Notes",
            Map.of("pk", "S", "sk", "S", "author", "S"),
            List.of(new Table.Key("pk", "HASH"), new Table.Key("sk", "RANGE")),
            List.of(
                new Table.Index(
                    "by_author", List.of(new Table.Key("author", "HASH")), "ALL", List.of())),
            Optional.of("expires_at")),
        template.tables().getFirst());
    assertEquals(
        Optional.of(new Queue.Redrive("arn:aws:sqs:eu-west-1:000000000000:bellwether-DeadJobs", 3)),
        template.queues().getFirst().redrive());
    assertEquals(List.of("ops@example.com"), template.topics().getFirst().addresses());
    assertEquals(Set.of("default", "bellwether-bus"), template.buses());
  }

  @Test
  void a_changed_route_batch_size_schedule_and_retry_are_followed() {
    assertEquals(
        "/shout/{name}", Fixture.with("/echo/{name}", "/shout/{name}").routes().getFirst().path());
    assertEquals(
        7, Fixture.with("BatchSize: 4", "BatchSize: 7").queueSources().getFirst().batchSize());
    assertEquals(
        "cron(0 9 ? * MON-FRI *)",
        Fixture.with("rate(5 minutes)", "\"cron(0 9 ? * MON-FRI *)\"")
            .schedules()
            .getFirst()
            .expression());
    assertEquals(
        0,
        Fixture.with("MaximumRetryAttempts: 1", "MaximumRetryAttempts: 0")
            .functions()
            .getLast()
            .retries()
            .attempts());
  }

  @Test
  void parameters_decide_conditions_and_texts() {
    var template = Fixture.with(Map.of("Email", "", "Greeting", "moin"));

    assertTrue(template.topics().getFirst().addresses().isEmpty());
    assertEquals(
        "moin from bellwether", template.functions().getFirst().environment().get("GREETING"));
    assertThrows(UnsupportedTemplateException.class, () -> Fixture.with(Map.of("Unknown", "x")));
  }

  @Test
  void a_property_left_out_by_a_condition_is_absent() {
    var template =
        Fixture.with("MemorySize: 512", "MemorySize: !If [HasEmail, !Ref AWS::NoValue, 256]");

    assertEquals(128, template.functions().getFirst().memoryMegabytes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AWS::SQS::Queue\\n"
            + "  DeadEvents | AWS::SQS::Queue\\n"
            + "    Properties: { FifoQueue: true }\\n"
            + "  DeadEvents | Resources.DeadJobs.Properties.FifoQueue: is not supported in local"
            + " mode",
        "Type: AWS::SNS::Topic | Type: AWS::Kinesis::Stream"
            + " | Resources.Alerts.Type: AWS::Kinesis::Stream is not supported in local mode",
        "BatchSize: 4 | BatchSize: 4\\n"
            + "            FilterCriteria: { Filters: [] } |"
            + " Resources.JobFunction.Properties.Events.Jobs.Properties.FilterCriteria: is not"
            + " supported in local mode",
        "Type: EventBridgeRule | Type: S3 |"
            + " Resources.ListenerFunction.Properties.Events.Alert.Type: S3 is not supported in"
            + " local mode",
        "Protocol: email | Protocol: sms | Resources.AlertsEmail.Properties.Protocol: local mode"
            + " delivers topics by email only",
        "!Sub \"${AWS::StackName}-bus\" | !ImportValue bus"
            + " | Resources.Bus: Fn::ImportValue is not supported in local mode",
        "NOTES_TABLE: !Ref Notes | NOTES_TABLE: !Ref Api2 |"
            + " Resources.EchoFunction.Properties.Environment.Variables.NOTES_TABLE: !Ref Api2"
            + " stands for nothing that local mode has",
        "NOTES_TABLE: !Ref Notes | NOTES_TABLE: !Select [0, [a]] |"
            + " Resources.EchoFunction.Properties.Environment.Variables.NOTES_TABLE: Fn::Select is"
            + " not supported in local mode",
        "BatchSize: 4 | BatchSize: many |"
            + " Resources.JobFunction.Properties.Events.Jobs.Properties.BatchSize: many is not a"
            + " whole number",
        "JobHandler::handleRequest | JobHandler::other | Resources.JobFunction.Properties.Handler:"
            + " local mode calls handleRequest and no other method",
        "Outputs: | Mappings: {}\\n\\nOutputs: | Mappings: is not supported in local mode",
      })
  void what_local_mode_does_not_do_is_refused_with_its_path(
      String old, String replacement, String message) {
    var refusal =
        assertThrows(
            UnsupportedTemplateException.class,
            () -> Fixture.with(old.replace("\\n", "\n"), replacement.replace("\\n", "\n")));

    assertEquals(message, refusal.getMessage());
  }
}
