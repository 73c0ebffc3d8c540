package dev.bellwether.function.api;

import dev.bellwether.adapter.json.BlueprintJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.Blueprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The workflow templates that ship with the product, read from the class path when asked for.
final class BuiltInTemplates {
  /// A class path cannot be listed; a test compares this with the files there are.
  static final List<String> IDS =
      List.of(
          "pr-review-automation",
          "build-time-sla-monitor",
          "sla-escalation",
          "agent-coordination",
          "reviewer-round-robin",
          "auto-merge-when-green",
          "size-labels",
          "stale-prs",
          "failed-build-issue",
          "deployment-announcement");

  private BuiltInTemplates() {}

  static List<Blueprint> all() {
    return IDS.stream().map(BuiltInTemplates::read).toList();
  }

  static Optional<Blueprint> find(String id) {
    return Optional.of(id).filter(IDS::contains).map(BuiltInTemplates::read);
  }

  private static Blueprint read(String id) {
    try (var in = BuiltInTemplates.class.getResourceAsStream("/templates/%s.json".formatted(id))) {
      if (in == null) {
        throw new IllegalStateException("Template %s is not in the package".formatted(id));
      }
      return BlueprintJson.read(Json.read(in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException("Template %s cannot be read".formatted(id), broken);
    }
  }
}
