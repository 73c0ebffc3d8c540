package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.Policies;
import java.time.Instant;

/// Knows what is promised, without a read in the steady state.
@FunctionalInterface
public interface PolicyCatalog {
  /// Tells what is promised, as it was at most ten seconds ago.
  Policies at(Instant now);
}
