package dev.bellwether.local.contract.dynamodb;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.SettableTime;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemSizeTest {
  private static final int ITEM_LIMIT = 400 * 1024;

  private final Table table = DynamoDbUnderTest.table("ExecutionsTable", new SettableTime(NOW));
  private final DynamoExecutionStore store = new DynamoExecutionStore(table);
  private final DynamoExecutionReader reader = new DynamoExecutionReader(table);

  @Test
  void what_is_large_but_packs_well_is_kept_whole() {
    var execution = withBody("A long story. ".repeat(ITEM_LIMIT / 4));

    store.create(execution);

    assertEquals(Optional.of(execution), reader.find(execution.id()));
  }

  @Test
  void facts_that_do_not_fit_are_cut_and_say_so_and_the_actions_are_whole() {
    var execution = withBody(noise(3 * ITEM_LIMIT));

    store.create(execution);

    var kept = reader.find(execution.id()).orElseThrow();
    assertEquals(Optional.of(true), kept.facts().get("truncated"));
    assertTrue(kept.facts().text("body").orElseThrow().length() <= 1001);
    assertEquals(100, kept.facts().texts("files").size());
    assertEquals(execution.facts().get("title"), kept.facts().get("title"));
    assertEquals(execution.steps(), kept.steps());
  }

  private static Execution withBody(String body) {
    Workflow workflow = Given.aWorkflow("small-prs").withVersion(1);
    Facts facts =
        Given.facts().with("body", body).with("files", Collections.nCopies(120, "src/A.java"));
    var event =
        new Event(
            "pull_request.opened", Given.typesOf(workflow), Given.aPullRequest(42), facts, NOW);
    return Execution.start(workflow, event, Cause.of("d-1", event.name()), null, NOW);
  }

  private static String noise(int bytes) {
    var noise = new byte[bytes / 4 * 3];
    new Random(7).nextBytes(noise);
    return Base64.getEncoder().encodeToString(noise);
  }
}
