package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Pushes, and branches and tags that come and go.
///
/// A new branch is told twice, by `create` and by a `push`; it is `branch_created` by the first and
/// `commit_pushed` by the second only. A tag goes by the name of the release it may become.
final class EventsOnBranches {
  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";

  private EventsOnBranches() {}

  /// The time is the repository's `pushed_at`: those of commits are whatever their authors' clocks
  /// said, days ago at times.
  static Optional<EventStory> push(EventPayload payload) {
    var ref = payload.word("ref");
    var facts = pushed(payload);
    var story =
        ref.startsWith(HEADS)
            ? named(SubjectKind.BRANCH, ref.substring(HEADS.length()), facts)
            : ref.startsWith(TAGS)
                ? named(SubjectKind.RELEASE, ref.substring(TAGS.length()), facts)
                : Optional.<EventStory>empty();
    return story.map(
        s -> {
          var counts = s.kind() == SubjectKind.BRANCH && !payload.isTrue("deleted");
          return s.as(counts ? "commit_pushed" : "").at(payload.time("repository.pushed_at"));
        });
  }

  static Optional<EventStory> create(EventPayload payload) {
    return ref(payload, "branch_created", "tag_created");
  }

  static Optional<EventStory> delete(EventPayload payload) {
    return ref(payload, "branch_deleted", "");
  }

  private static Optional<EventStory> ref(EventPayload payload, String branch, String tag) {
    var isTag = payload.word("ref_type").equals("tag");
    var kind = isTag ? SubjectKind.RELEASE : SubjectKind.BRANCH;
    var facts = new EventFacts().person("author", payload, "sender");
    return named(kind, payload.word("ref"), facts)
        .map(story -> story.as(isTag ? tag : branch).at(payload.time("repository.pushed_at")));
  }

  private static Optional<EventStory> named(SubjectKind kind, String name, EventFacts facts) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    facts.put(kind == SubjectKind.BRANCH ? "branch" : "tag", name);
    return Optional.of(EventStory.about(kind, name, facts));
  }

  private static EventFacts pushed(EventPayload payload) {
    var commits = payload.each("commits");
    var files = new LinkedHashSet<String>();
    for (var commit : commits) {
      for (var touched : List.of("added", "modified", "removed")) {
        files.addAll(commit.texts(touched));
      }
    }
    return new EventFacts()
        .person("author", payload, "sender")
        .copy("head_sha", payload, "after")
        .put("title", payload.text("head_commit.message").flatMap(text -> text.lines().findFirst()))
        .copy("url", payload, "compare")
        .copy("forced", payload, "forced")
        .put("commits", commits.size())
        .put("files", List.copyOf(files))
        .put("files_changed", files.size());
  }
}
