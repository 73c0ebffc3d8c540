package dev.bellwether.local.sandbox;

import dev.bellwether.local.contract.github.GitHubContract;
import dev.bellwether.local.testing.SettableTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A sandbox for each test, whose calls must all be as GitHub describes them.
abstract class SandboxTest {
  final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));
  final GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), clock);
  final Http github = new Http(sandbox.url());

  @BeforeEach
  void attach() {
    GitHubContract.validatorIfPresent().ifPresent(sandbox::onCall);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }
}
