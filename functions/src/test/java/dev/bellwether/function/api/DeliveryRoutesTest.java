package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void a_delivery_that_comes_once_more_starts_what_fires_now_and_nothing_twice() {
    var workflow = Given.aWorkflowOf("comment");
    var opened =
        new Event(
            "pull_request.opened",
            Given.typesOf(workflow),
            Given.aPullRequest(42),
            Facts.none(),
            NOW);
    client.deliveries.record(Delivery.of("d-1", opened, NOW, List.of()));
    client.workflows.save(workflow);

    var first = json(client.send("POST", "/v1/deliveries/d-1/replay", null));
    var again = json(client.send("POST", "/v1/deliveries/d-1/replay", null));

    assertEquals(1, first.required("started").size());
    assertEquals(first.required("started"), again.required("known"));
    assertEquals(0, again.required("started").size());
    assertEquals("comment", first.at("/decisions/0/workflow_id").textValue());
    assertEquals(1, client.queue.sent().size());
    var execution = client.executions.newest(NOW, 9).getFirst();
    assertEquals("d-1", execution.cause().id());
  }

  @Test
  void what_is_about_nothing_or_not_there_is_not_replayed() {
    client.deliveries.record(Delivery.aboutNothing("d-2", "star.created", NOW));

    assertEquals(422, client.send("POST", "/v1/deliveries/d-2/replay", null).getStatusCode());
    assertEquals(404, client.send("POST", "/v1/deliveries/none/replay", null).getStatusCode());
  }
}
