package dev.bellwether.local.sandbox;

import java.util.Set;

/// What a branch requires of pull requests into it.
///
/// @param checks the names of those that must succeed
/// @param approvals how many reviewers must approve
record Protection(Set<String> checks, int approvals) {
  Protection {
    checks = Set.copyOf(checks);
  }
}
