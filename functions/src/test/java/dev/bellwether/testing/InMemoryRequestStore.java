package dev.bellwether.testing;

import dev.bellwether.usecase.port.RequestStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Requests in memory, as the contract has them, for as long as the test lasts.
public final class InMemoryRequestStore implements RequestStore {
  private final Map<String, Answered> answers = new HashMap<>();

  @Override
  public synchronized Optional<Answered> find(String who, String key) {
    return Optional.ofNullable(answers.get(who + " " + key));
  }

  @Override
  public synchronized void keep(String who, String key, Answered answered) {
    answers.putIfAbsent(who + " " + key, answered);
  }
}
