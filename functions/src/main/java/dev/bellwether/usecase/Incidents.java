package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.usecase.port.IncidentStore;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Changes incidents, whoever else does at the same time.
final class Incidents {
  private static final int TRIES = 20;

  private final IncidentStore store;

  Incidents(IncidentStore store) {
    this.store = store;
  }

  /// Changes one, or opens it.
  ///
  /// @param change of what there is; what comes of it the second time is stored, if others were
  ///   faster
  /// @return as it is stored now
  /// @throws IllegalStateException when others write it faster than it can be read
  Incident change(String key, Function<Optional<Incident>, Incident> change) {
    for (int tries = 0; tries < TRIES; tries++) {
      var found = store.find(key);
      var next = change.apply(found);
      if (found.filter(next::equals).isPresent()) {
        return next;
      }
      if (store.save(next)) {
        return next.withRevision(next.revision() + 1);
      }
    }
    throw new IllegalStateException("The incident %s changed %d times".formatted(key, TRIES));
  }

  Optional<Incident> find(String key) {
    return store.find(key);
  }

  /// Changes one that is there.
  Optional<Incident> changeKnown(String key, UnaryOperator<Incident> change) {
    return store.find(key).isEmpty()
        ? Optional.empty()
        : Optional.of(change(key, found -> change.apply(found.orElseThrow())));
  }
}
