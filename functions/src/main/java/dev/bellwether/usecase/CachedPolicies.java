package dev.bellwether.usecase;

import dev.bellwether.domain.sla.Policies;
import dev.bellwether.usecase.port.PolicyCatalog;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SettingsStore.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Holds what a team promises in memory, and looks at most every ten seconds whether that has
/// changed. Safe for threads: one of them looks, the others wait or use what is still fresh.
public final class CachedPolicies implements PolicyCatalog {
  /// The document's name among the settings.
  public static final String DOCUMENT = "sla";

  /// How long after a save a clock may still be measured by what was promised before.
  static final Duration FRESH_FOR = Duration.ofSeconds(10);

  private final Supplier<SettingsStore> settings;
  private final Function<String, Policies> reader;
  private volatile @Nullable Copy held;

  /// Works on these.
  ///
  /// @param reader understands every document that was ever saved
  public CachedPolicies(Supplier<SettingsStore> settings, Function<String, Policies> reader) {
    this.settings = settings;
    this.reader = reader;
  }

  @Override
  public Policies at(Instant now) {
    var copy = held;
    return copy != null && copy.isFreshAt(now) ? copy.policies() : look(now);
  }

  private synchronized Policies look(Instant now) {
    var copy = held;
    if (copy != null && copy.isFreshAt(now)) {
      return copy.policies();
    }
    var found = settings.get().find(DOCUMENT);
    long revision = found.map(Settings::revision).orElse(0L);
    var policies = copy != null && copy.revision() == revision ? copy.policies() : read(found);
    held = new Copy(revision, now, policies);
    return policies;
  }

  private Policies read(Optional<Settings> found) {
    return found.map(Settings::document).map(reader).orElse(Policies.STANDARD);
  }

  private record Copy(long revision, Instant readAt, Policies policies) {
    boolean isFreshAt(Instant now) {
      return now.isBefore(readAt.plus(FRESH_FOR));
    }
  }
}
