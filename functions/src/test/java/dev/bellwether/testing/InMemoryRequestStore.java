package dev.bellwether.testing;

import dev.bellwether.usecase.port.RequestStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Requests in memory, as the contract has them, for as long as the test lasts.
public final class InMemoryRequestStore implements RequestStore {
  private final Map<String, Answered> answers = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  @Override
  public synchronized Begun begin(String who, String key) {
    var answered = answers.get(who + " " + key);
    if (answered != null) {
      return new Begun.Before(answered);
    }
    return begun.add(who + " " + key) ? new Begun.First() : new Begun.UnderWay();
  }

  @Override
  public synchronized void keep(String who, String key, Answered answered) {
    answers.put(who + " " + key, answered);
  }

  @Override
  public synchronized void forget(String who, String key) {
    begun.remove(who + " " + key);
    answers.remove(who + " " + key);
  }
}
