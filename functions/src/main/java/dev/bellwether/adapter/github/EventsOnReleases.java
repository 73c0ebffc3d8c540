package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.util.Optional;

/// Releases; each is known by its tag.
final class EventsOnReleases {
  private EventsOnReleases() {}

  /// A release's `created_at` is its commit's date and tells nothing about when this happened.
  static Optional<EventStory> release(EventPayload payload) {
    var release = payload.in("release");
    var isOut = payload.word("action").equals("published");
    var facts =
        new EventFacts()
            .copy("tag", release, "tag_name")
            .put("title", release.text("name").or(() -> release.text("tag_name")))
            .copy("url", release, "html_url")
            .copy("draft", release, "draft")
            .copy("prerelease", release, "prerelease")
            .copy("branch", release, "target_commitish")
            .person("author", release, "author")
            .time("published_at", release, "published_at");
    return release
        .text("tag_name")
        .map(tag -> EventStory.about(SubjectKind.RELEASE, tag, facts))
        .map(
            story ->
                isOut ? story.as("release_published").at(release.time("published_at")) : story);
  }
}
