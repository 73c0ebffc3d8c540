package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aDelivery;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.testing.Happened;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a [DeliveryStore] promises beside the [ExecutionStore] whose executions carry the others.
public interface DeliveryStoreContract {
  /// The store, empty at the start of each test.
  DeliveryStore deliveries();

  /// The executions beside it.
  ExecutionStore executions();

  @Test
  default void a_delivery_is_found_as_it_was_recorded() {
    var delivery = aDelivery("d-1", NOW);
    var aboutNothing = Delivery.aboutNothing("d-2", "star.created", NOW);

    deliveries().record(delivery);
    deliveries().record(aboutNothing);

    assertEquals(Optional.of(delivery), deliveries().find("d-1"));
    assertEquals(Optional.of(aboutNothing), deliveries().find("d-2"));
    assertEquals(Optional.empty(), deliveries().find("d-3"));
  }

  @Test
  default void a_payload_that_fits_no_item_does_not_keep_a_delivery_from_being_stored() {
    var random = new Random(1);
    var payload = new HashMap<String, Object>();
    for (int i = 0; i < 60_000; i++) {
      payload.put("key-" + i, random.nextLong());
    }
    var opened = Happened.opened(NOW);
    var facts = opened.facts().with("event", payload);
    var event = new Event(opened.name(), opened.triggers(), opened.subject(), facts, NOW);

    deliveries().record(Delivery.of("d-large", event, NOW, List.of()));

    var found = deliveries().find("d-large").orElseThrow();
    assertEquals(opened.subject(), found.subject());
    assertEquals(opened.facts().get("title"), found.ifKept().orElseThrow().facts().get("title"));
  }

  @Test
  default void a_delivery_that_an_execution_carries_is_found_too() {
    executions().createCarrying(anExecution("d-1", NOW), aDelivery("d-1", NOW));

    assertEquals(Optional.of(aDelivery("d-1", NOW)), deliveries().find("d-1"));
  }

  @Test
  default void a_redelivery_takes_the_place_of_the_first() {
    deliveries().record(aDelivery("d-1", NOW));
    var again = aDelivery("d-1", NOW.plusSeconds(60));

    deliveries().record(again);

    assertEquals(Optional.of(again), deliveries().find("d-1"));
    assertEquals(List.of(again), deliveries().newest(NOW, 10));
  }

  @Test
  default void a_redelivery_that_starts_something_is_shown_once_as_the_newer() {
    deliveries().record(aDelivery("d-1", NOW));
    var again = aDelivery("d-1", NOW.plusSeconds(60));

    executions().createCarrying(anExecution("d-1", NOW.plusSeconds(60)), again);

    assertEquals(Optional.of(again), deliveries().find("d-1"));
    assertEquals(List.of(again), deliveries().newest(NOW, 10));
  }

  @Test
  default void the_newest_come_first_however_they_were_stored() {
    deliveries().record(aDelivery("d-1", NOW.minusSeconds(86_400)));
    var before = NOW.minusSeconds(60);
    executions().createCarrying(anExecution("d-2", before), aDelivery("d-2", before));
    deliveries().record(aDelivery("d-3", NOW));

    var newest = deliveries().newest(NOW, 10).stream().map(Delivery::id).toList();

    assertEquals(List.of("d-3", "d-2", "d-1"), newest);
    assertEquals(2, deliveries().newest(NOW, 2).size());
  }

  @Test
  default void those_about_one_thing_are_listed_however_they_were_stored() {
    var about = anExecution("d-2", NOW).subject();
    deliveries().record(aDelivery("d-1", NOW.minusSeconds(60)));
    executions().createCarrying(anExecution("d-2", NOW), aDelivery("d-2", NOW));
    deliveries().record(Delivery.aboutNothing("d-3", "ping", NOW));
    var other = new Subject(about.kind(), about.repository(), "4711");

    var parts = Parts.all(Part.newestEver(1), part -> deliveries().listAbout(about, part));

    assertEquals(
        List.of("d-2", "d-1"), parts.stream().flatMap(List::stream).map(Delivery::id).toList());
    assertEquals(List.of(), deliveries().listAbout(other, Part.newestEver(9)).items());
  }
}
