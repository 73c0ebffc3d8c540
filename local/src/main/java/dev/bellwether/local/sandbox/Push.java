package dev.bellwether.local.sandbox;

import java.time.Instant;
import java.util.Set;

/// Commits that came to a branch.
record Push(String branch, int commits, Set<String> files, Instant at) {
  Push {
    files = Set.copyOf(files);
  }
}
