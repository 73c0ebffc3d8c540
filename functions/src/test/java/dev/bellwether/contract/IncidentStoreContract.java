package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aViolation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of incidents does.
public interface IncidentStoreContract {
  /// A store with nothing in it.
  IncidentStore incidents();

  @Test
  default void an_incident_is_found_as_it_was_saved() {
    var incident =
        incident(1).acknowledged("ada", NOW, NOW.plusSeconds(60)).told(Level.WARNING, NOW);

    assertTrue(incidents().save(incident));

    assertEquals(Optional.of(incident.withRevision(1)), incidents().find(incident.key()));
    assertEquals(Optional.empty(), incidents().find("unknown"));
  }

  @Test
  default void a_change_of_what_has_changed_meanwhile_is_not_stored() {
    var incident = incident(1);
    incidents().save(incident);

    assertFalse(incidents().save(incident.resolved(NOW)));
    assertTrue(incidents().save(incident.withRevision(1).resolved("ada", NOW)));
    assertFalse(incidents().save(incident.withRevision(1)));
  }

  @Test
  default void those_whose_hold_is_over_are_due_the_most_overdue_first() {
    incidents().save(incident(1).acknowledged("ada", NOW, NOW.plusSeconds(60)));
    incidents().save(incident(2).snoozed("ada", NOW, NOW.plusSeconds(30)));
    incidents().save(incident(3).acknowledged("ada", NOW, NOW.plusSeconds(61)));
    incidents().save(incident(4));
    incidents().save(incident(5).acknowledged("ada", NOW, NOW).resolved(NOW));

    var due = incidents().due(NOW.plusSeconds(60), 9).stream().map(Incident::clock).toList();

    assertEquals(List.of(incident(2).clock(), incident(1).clock()), due);
    assertEquals(1, incidents().due(NOW.plusSeconds(60), 1).size());
  }

  @Test
  default void those_that_are_not_resolved_are_listed_the_oldest_first() {
    incidents().save(incident(2));
    incidents().save(incident(1));
    incidents().save(incident(3).resolved(NOW));

    var open = incidents().open(9).stream().map(Incident::clock).toList();

    assertEquals(List.of(incident(1).clock(), incident(2).clock()), open);
    assertEquals(1, incidents().open(1).size());
  }

  @Test
  default void the_resolved_and_the_others_are_listed_apart_the_newest_first() {
    for (int run = 1; run <= 5; run++) {
      incidents().save(incident(run));
    }
    incidents().save(incident(6).resolved(NOW));

    var parts = Parts.all(Part.newestEver(2), part -> incidents().list(false, part));

    assertEquals(
        IntStream.rangeClosed(1, 5).mapToObj(n -> incident(6 - n).clock()).toList(),
        parts.stream().flatMap(List::stream).map(Incident::clock).toList());
    assertEquals(1, incidents().list(true, Part.newestEver(9)).items().size());
  }

  @Test
  default void of_many_that_open_one_at_once_one_does() {
    var won = Race.of(i -> incidents().save(incident(1)));

    assertEquals(1, won.stream().filter(saved -> saved).count());
  }

  private static Incident incident(int run) {
    var violation = aViolation(run, Level.WARNING, NOW.plus(Duration.ofSeconds(run)));
    return Incident.of(violation);
  }
}
