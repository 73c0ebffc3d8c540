package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.util.Optional;
import java.util.Set;

/// Deployments and what becomes of them.
final class EventsOnDeployments {
  /// After these nothing more comes of a deployment; `inactive` means a later one took its place.
  private static final Set<String> FINAL = Set.of("success", "failure", "error", "inactive");

  private EventsOnDeployments() {}

  static Optional<EventStory> deployment(EventPayload payload) {
    var isNew = payload.word("action").equals("created");
    return story(payload)
        .map(
            story ->
                story
                    .as(isNew ? "deployment_started" : "")
                    .at(payload.time("deployment.created_at")));
  }

  static Optional<EventStory> status(EventPayload payload) {
    var status = payload.in("deployment_status");
    var state = status.word("state");
    var changed = status.time("created_at");
    return story(payload)
        .map(
            story -> {
              story
                  .facts()
                  .copy("deployment_status", status, "state")
                  .copy("environment", status, "environment")
                  .copy("url", status, "target_url");
              if (FINAL.contains(state)) {
                story
                    .facts()
                    .time("deployment_finished_at", changed)
                    .seconds("deployment_duration", payload.time("deployment.created_at"), changed);
              }
              var verdict =
                  switch (state) {
                    case "success" -> "deployment_succeeded";
                    case "failure", "error" -> "deployment_failed";
                    default -> "";
                  };
              return story.as(verdict).at(changed);
            });
  }

  private static Optional<EventStory> story(EventPayload payload) {
    var deployment = payload.in("deployment");
    var facts =
        new EventFacts()
            .copy("deployment_id", deployment, "id")
            .copy("environment", deployment, "environment")
            .copy("production_environment", deployment, "production_environment")
            .copy("task", deployment, "task")
            .copy("branch", deployment, "ref")
            .copy("head_sha", deployment, "sha")
            .person("author", deployment, "creator")
            .time("deployment_started_at", deployment, "created_at");
    return deployment
        .number("id")
        .map(id -> EventStory.about(SubjectKind.DEPLOYMENT, String.valueOf(id), facts));
  }
}
