package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamedTriggerTest {
  @ParameterizedTest
  @EnumSource
  void is_described_in_one_line_and_read_by_its_name(NamedTrigger trigger) {
    assertTrue(trigger.description().matches("[A-Z][^|\n]*\\."), trigger.description());
    assertEquals(
        Optional.of(trigger),
        TriggerType.parse(trigger.wireName()).orElseThrow().named(),
        trigger.wireName());
  }

  @Test
  void an_alias_stands_for_a_name() {
    TriggerType.ALIASES
        .values()
        .forEach(name -> assertTrue(new TriggerType(name).named().isPresent(), name));
  }

  @Test
  void an_event_without_a_name_here_is_no_named_trigger() {
    assertTrue(new TriggerType("github.star").named().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "pr_created, title, true",
    "pr_created, approvals, true",
    "pr_created, sender, true",
    "pr_created, now, true",
    "pr_created, event.pull_request.body, true",
    "pr_created, titel, false",
    "pr_created, environment, false",
    "pr_created, comment, false",
    "pr_comment, comment, true",
    "commit_pushed, files, true",
    "branch_created, files, false",
    "webhook, source, true",
    "webhook, sender, false",
    "sla_violation, build_name, true",
    "sla_violation, level, true",
    "sla_violation, levels, false",
    "manual, title, true",
    "schedule, build_duration, true",
    "schedule, build_durations, false",
    "github.star, repository, true",
    "github.star, stars, false",
  })
  void tells_which_facts_an_event_can_carry(String trigger, String fact, boolean can) {
    assertEquals(can, new TriggerType(trigger).canCarry(fact));
  }
}
