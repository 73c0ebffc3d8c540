package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import dev.bellwether.usecase.port.WorkflowStore.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationRoutesTest {
  private static final String DEFINITION =
      """
      {"name": "Small", "trigger": "pr_created",
       "conditions": [{"field": "files_changed", "operator": "lt", "value": 50}],
       "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "{{author}}"}}]}\
      """;

  private static final String EVENT =
      """
      {"name": "pull_request", "payload": {"action": "opened", "number": 42,
       "repository": {"full_name": "octo/hello"}, "sender": {"login": "alice"},
       "pull_request": {"number": 42, "changed_files": %d, "user": {"login": "alice"}}}}\
      """;

  private final ApiClient client = new ApiClient();

  @Test
  void a_definition_is_judged_on_a_payload_and_nothing_is_done() {
    var simulation = simulate("\"definition\": %s, \"event\": %s", DEFINITION, EVENT.formatted(3));

    assertEquals("fires", simulation.required("verdict").asText());
    assertEquals("true", simulation.at("/explanation/truth").asText());
    assertEquals("alice", simulation.at("/actions/0/parameters/reviewer").asText());
    assertEquals(List.of(), client.executions.newest(NOW, 9));
    assertEquals(List.of(), client.queue.sent());
    assertEquals(List.of(), client.deliveries.newest(NOW, 9));
  }

  @Test
  void a_saved_workflow_is_judged_too() {
    client.workflows.save(Given.aWorkflow("small-prs"));

    var simulation =
        simulate("\"workflow_id\": \"small-prs\", \"event\": %s%s", "", EVENT.formatted(99));

    assertEquals("does_not_fire", simulation.required("verdict").asText());
    assertEquals(0, simulation.required("actions").size());
  }

  @Test
  void a_delivery_that_came_is_judged_again() {
    delivered("d-1", NOW, List.of());

    var simulation = simulate("\"definition\": %s, \"delivery_id\": \"%s\"", DEFINITION, "d-1");

    assertEquals("fires", simulation.required("verdict").asText());
  }

  @Test
  void what_would_have_fired_is_shown_beside_what_did() {
    var workflow = ((Saved.Stored) client.workflows.save(Given.aWorkflow("small-prs"))).workflow();
    delivered("fired", NOW.minus(Duration.ofDays(1)), List.of(workflow));
    delivered("missed", NOW.minus(Duration.ofDays(2)), List.of());
    delivered("old", NOW.minus(Duration.ofDays(9)), List.of());
    client.deliveries.record(Delivery.aboutNothing("else", "star.created", NOW));

    var past = simulate("\"workflow_id\": \"%s\", \"days\": %s", "small-prs", "7");

    assertEquals(3, past.required("judged").asInt());
    assertEquals(2, past.required("would_fire").asInt());
    assertEquals(1, past.required("did_fire").asInt());
    assertEquals(
        List.of("fired", "missed"),
        past.required("items").findValuesAsText("id").stream()
            .filter(id -> !id.startsWith("step"))
            .toList());
  }

  @Test
  void why_a_workflow_did_not_fire_is_told_as_it_was_decided() {
    var workflow = Given.aWorkflow("small-prs").withVersion(3);
    delivered("d-1", NOW, List.of(workflow));

    var why = client.send("POST", "/v1/deliveries/d-1/explain?workflow=small-prs", null);

    assertEquals(200, why.getStatusCode());
    assertEquals(false, json(why).required("recomputed").asBoolean());
    assertEquals(3, json(why).required("workflow_version").asInt());
    assertEquals("true", json(why).at("/explanation/truth").asText());
  }

  @Test
  void one_that_was_not_asked_is_recomputed() {
    client.workflows.save(Given.aWorkflow("small-prs"));
    delivered("d-1", NOW, List.of());

    var why = json(client.send("POST", "/v1/deliveries/d-1/explain?workflow=small-prs", null));

    assertEquals(true, why.required("recomputed").asBoolean());
    assertEquals("fires", why.required("verdict").asText());
  }

  @Test
  void it_is_recomputed_by_the_version_of_that_time() {
    client.workflows.save(Given.aWorkflow("small-prs"));
    delivered("d-1", NOW, List.of());
    client.clock.set(NOW.plusSeconds(60));
    var known = client.workflows.find(new WorkflowId("small-prs")).orElseThrow();
    client.workflows.save(known.withState(WorkflowState.PAUSED));

    var why = json(client.send("POST", "/v1/deliveries/d-1/explain?workflow=small-prs", null));

    assertEquals(1, why.required("workflow_version").asInt());
    assertEquals("fires", why.required("verdict").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/deliveries/gone/explain?workflow=small-prs, 404",
    "/v1/deliveries/d-1/explain?workflow=gone, 404",
    "/v1/deliveries/d-1/explain, 400",
    "/v1/deliveries/else/explain?workflow=small-prs, 404",
  })
  void what_there_is_not_is_not_explained(String path, int status) {
    client.workflows.save(Given.aWorkflow("small-prs"));
    delivered("d-1", NOW, List.of());
    client.deliveries.record(Delivery.aboutNothing("else", "star.created", NOW));

    assertEquals(status, client.send("POST", path, null).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"delivery_id\": \"d-1\"}                                              | ''",
        "{\"workflow_id\": \"w\"}                                                | ''",
        "{\"workflow_id\": \"w\", \"delivery_id\": \"d\", \"days\": 1}     | /days",
        "{\"workflow_id\": \"w\", \"days\": 91}                                | /days",
        "{\"workflow_id\": \"W!\", \"days\": 1}                                | /workflow_id",
        "{\"workflow_id\": \"w\", \"event\": {\"name\": \"push\"}}         | /event/payload",
        "{\"workflow_id\": \"w\", \"days\": 1, \"since\": 1}                 | /since",
        "{\"definition\": {\"name\": \"x\"}, \"days\": 1}                    | /definition/trigger",
      })
  void what_is_not_understood_is_refused_with_its_pointer(String body, String pointer) {
    var answer = client.send("POST", "/v1/workflows/simulate", body);

    assertEquals(422, answer.getStatusCode());
    assertEquals(
        true,
        json(answer).required("errors").findValuesAsText("pointer").contains(pointer),
        answer.getBody());
  }

  @Test
  void what_cannot_be_judged_says_so() {
    var body = "{\"definition\": %s, \"delivery_id\": \"gone\"}".formatted(DEFINITION);

    assertEquals(422, client.send("POST", "/v1/workflows/simulate", body).getStatusCode());
  }

  private JsonNode simulate(String members, String first, String second) {
    var body = "{" + members.formatted(first, second) + "}";
    var answer = client.send("POST", "/v1/workflows/simulate", body);
    assertEquals(200, answer.getStatusCode(), answer.getBody());
    return json(answer);
  }

  private void delivered(String id, Instant at, List<Workflow> asked) {
    var opened = Happened.opened(at);
    var event =
        new Event(
            opened.name(),
            Set.of(new TriggerType("pr_created")),
            opened.subject(),
            opened.facts().with("draft", false),
            at);
    var decisions = asked.stream().flatMap(workflow -> workflow.judge(event).stream()).toList();
    client.deliveries.record(Delivery.of(id, event, at, decisions));
  }
}
