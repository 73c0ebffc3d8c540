package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.testing.InMemorySettingsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedPoliciesTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");

  private final InMemorySettingsStore settings = new InMemorySettingsStore();
  private final List<String> read = new ArrayList<>();
  private int asked;
  private final CachedPolicies policies =
      new CachedPolicies(
          () -> {
            asked++;
            return settings;
          },
          document -> {
            read.add(document);
            return new Policies(List.of(Policies.standard(Metric.BUILD_TIME)));
          });

  @Test
  void without_a_document_the_standard_is_promised() {
    assertSame(Policies.STANDARD, policies.at(T0));
    assertEquals(List.of(), read);
  }

  @Test
  void the_store_is_asked_every_ten_seconds_and_a_document_read_when_it_has_changed() {
    settings.save("sla", "one", 0);
    for (int second = 0; second < 60; second++) {
      policies.at(T0.plusSeconds(second));
    }
    assertEquals(6, asked);
    assertEquals(List.of("one"), read);

    settings.save("sla", "two", 1);
    policies.at(T0.plusSeconds(60));

    assertEquals(List.of("one", "two"), read);
  }
}
