package dev.bellwether.testing;

import dev.bellwether.usecase.port.SettingsStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Settings in memory, as the contract has them.
public final class InMemorySettingsStore implements SettingsStore {
  private final Map<String, Settings> documents = new HashMap<>();

  @Override
  public synchronized Optional<Settings> find(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  @Override
  public synchronized boolean save(String name, String document, long basedOn) {
    var revision = find(name).map(Settings::revision).orElse(0L);
    if (revision != basedOn) {
      return false;
    }
    documents.put(name, new Settings(document, revision + 1));
    return true;
  }
}
