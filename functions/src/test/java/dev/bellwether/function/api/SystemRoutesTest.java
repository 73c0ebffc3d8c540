package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SystemRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void the_queues_are_shown_with_what_could_not_be_done() {
    assertEquals(
        "{\"queue\":\"actions\",\"waiting\":3,\"in_flight\":1,\"dead\":2,\"redrivable\":true}",
        items(client.get("/v1/system/queues")).get(0).toString());
  }

  @Test
  void what_could_not_be_done_is_given_another_try() {
    var answer = client.send("POST", "/v1/system/queues/actions/redrive", "{}");

    assertEquals(200, answer.getStatusCode());
    assertEquals(2, json(answer).required("moved").intValue());
    assertEquals(List.of("actions"), client.queues.redriven);
  }

  @Test
  void a_queue_that_is_none_or_takes_nothing_back_is_not_found() {
    client.queues.moved = OptionalInt.empty();

    assertEquals(404, client.send("POST", "/v1/system/queues/x/redrive", "{}").getStatusCode());
  }
}
