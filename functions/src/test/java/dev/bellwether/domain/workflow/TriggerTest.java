package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Trigger.OwnEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriggerTest {
  private static final Trigger ANY = Trigger.of(TriggerType.MANUAL);
  private static final Trigger OWN_TOO =
      new Trigger(TriggerType.MANUAL, TriggerFilter.NONE, OwnEvents.INCLUDED);

  @Test
  void our_own_doing_counts_only_where_it_is_asked_for() {
    var ours = new Origin.Own(null);

    assertFalse(ANY.takes(ours));
    assertTrue(OWN_TOO.takes(ours));
    assertTrue(ANY.takes(new Origin.Others()));
    assertTrue(OWN_TOO.takes(new Origin.Others()));
  }

  @Test
  void a_workflow_does_not_hear_our_own_doing_unless_one_of_its_triggers_asks_for_it() {
    var facts = Facts.none();
    var subject = Subject.parse("octo/hello", "pr#42");
    var ours =
        new Event(
            "manual",
            Set.of(TriggerType.MANUAL),
            subject,
            facts,
            Instant.EPOCH,
            new Origin.Own(null));

    assertTrue(listeningTo(ANY).judge(ours).isEmpty());
    assertTrue(listeningTo(OWN_TOO).judge(ours).isPresent());
  }

  private static Workflow listeningTo(Trigger trigger) {
    return Workflow.of(
        new WorkflowId("any"),
        "Any",
        List.of(trigger),
        new Condition.All(List.of()),
        new Plan(List.of(), List.of()));
  }
}
