package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aViolation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ViolationEvents;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a bus of violations must promise; in each test nothing was published before.
public interface ViolationEventsContract {
  /// The bus under test.
  ViolationEvents events();

  /// Lists what came to somebody who listens for `SLA Violation Detected`, read from its detail.
  List<Violation> heard();

  @Test
  default void a_violation_comes_to_listeners_whole() {
    var violation = aViolation(7001, Level.WARNING, NOW);

    events().publish(violation);

    assertEquals(List.of(violation), heard());
  }

  @Test
  default void each_level_is_an_event_of_its_own() {
    var warning = aViolation(7001, Level.WARNING, NOW);
    var critical = aViolation(7001, Level.CRITICAL, NOW);

    events().publish(warning);
    events().publish(critical);

    assertEquals(Set.of(warning, critical), Set.copyOf(heard()));
  }
}
