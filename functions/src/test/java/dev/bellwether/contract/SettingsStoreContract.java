package dev.bellwether.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SettingsStore.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of settings does.
public interface SettingsStoreContract {
  /// A store with nothing in it.
  SettingsStore settings();

  @Test
  default void what_was_never_saved_is_not_there() {
    assertEquals(Optional.empty(), settings().find("sla"));
  }

  @Test
  default void a_document_is_found_as_it_was_saved_and_counted() {
    assertTrue(settings().save("sla", "{\"a\":[1,{\"b\":\"ü\"}]}", 0));
    assertTrue(settings().save("sla", "{\"a\":2}", 1));
    assertTrue(settings().save("other", "{}", 0));

    assertEquals(Optional.of(new Settings("{\"a\":2}", 2)), settings().find("sla"));
    assertEquals(Optional.of(new Settings("{}", 1)), settings().find("other"));
  }

  @Test
  default void a_change_of_what_has_changed_meanwhile_saves_nothing() {
    settings().save("sla", "{\"by\":\"one\"}", 0);

    assertFalse(settings().save("sla", "{\"by\":\"other\"}", 0));
    assertFalse(settings().save("sla", "{\"by\":\"other\"}", 2));

    assertEquals(Optional.of(new Settings("{\"by\":\"one\"}", 1)), settings().find("sla"));
  }

  @Test
  default void of_many_that_save_at_once_one_does() {
    var won = Race.of(i -> settings().save("sla", "{\"by\":%d}".formatted(i), 0));

    assertEquals(1, won.stream().filter(saved -> saved).count());
  }
}
