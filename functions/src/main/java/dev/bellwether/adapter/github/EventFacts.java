package dev.bellwether.adapter.github;

import dev.bellwether.domain.condition.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers the flat facts of one event; what a payload does not say is no fact.
final class EventFacts {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /// States what every event has: whose it is, who did it and through which installation.
  static EventFacts commonTo(EventPayload payload) {
    return new EventFacts()
        .copy("action", payload, "action")
        .copy("owner", payload, "repository.owner.name")
        .copy("owner", payload, "repository.owner.login")
        .copy("default_branch", payload, "repository.default_branch")
        .copy("organization", payload, "organization.login")
        .copy("installation_id", payload, "installation.id")
        .person("sender", payload, "sender");
  }

  EventFacts put(String name, Object value) {
    values.put(name, value);
    return this;
  }

  EventFacts put(String name, Optional<?> value) {
    value.ifPresent(present -> values.put(name, present));
    return this;
  }

  /// Takes over a text, number or boolean as it is.
  EventFacts copy(String name, EventPayload from, String path) {
    return put(
        name,
        from.get(path)
            .filter(value -> !(value instanceof Map) && !(value instanceof List))
            .filter(value -> !value.equals("")));
  }

  /// Takes over an instant, in UTC.
  EventFacts time(String name, EventPayload from, String path) {
    return time(name, from.time(path));
  }

  EventFacts time(String name, Optional<Instant> time) {
    return put(name, time.map(Instant::toString));
  }

  /// States the seconds between two instants, never fewer than none: clocks of two machines differ.
  EventFacts seconds(String name, Optional<Instant> from, Optional<Instant> to) {
    return put(
        name,
        from.flatMap(
            start -> to.map(end -> Math.max(0, Duration.between(start, end).toSeconds()))));
  }

  /// Takes over a text of each object of an array; an empty array is a fact, a missing one is not.
  EventFacts list(String name, EventPayload from, String path, String each) {
    return from.has(path) ? put(name, from.texts(path, each)) : this;
  }

  /// States a login, and as `<name>_is_bot` whether a program acts under it.
  EventFacts person(String name, EventPayload from, String path) {
    var user = from.in(path);
    user.text("login")
        .ifPresent(
            login -> {
              values.put(name, login);
              values.put(
                  name + "_is_bot", user.word("type").equals("Bot") || login.endsWith("[bot]"));
            });
    return this;
  }

  /// States what issues and pull requests have in common.
  EventFacts item(EventPayload item) {
    return copy("number", item, "number")
        .copy("title", item, "title")
        .copy("url", item, "html_url")
        .copy("state", item, "state")
        .person("author", item, "user")
        .copy("author_association", item, "author_association")
        .list("labels", item, "labels", "name")
        .list("assignees", item, "assignees", "login")
        .copy("milestone", item, "milestone.title")
        .time("created_at", item, "created_at")
        .time("updated_at", item, "updated_at")
        .time("closed_at", item, "closed_at");
  }

  /// States the branch and the commit that something was run on, and the pull requests it was for;
  /// GitHub lists none for those from forks.
  EventFacts revision(EventPayload run) {
    var numbers =
        run.each("pull_requests").stream().flatMap(pr -> pr.number("number").stream()).toList();
    return copy("head_sha", run, "head_sha")
        .copy("head_branch", run, "head_branch")
        .copy("branch", run, "head_branch")
        .put("pull_requests", numbers)
        .put("number", numbers.stream().findFirst());
  }

  EventFacts and(EventFacts more) {
    values.putAll(more.values);
    return this;
  }

  /// Lists them, without a payload.
  Map<String, Object> values() {
    return Map.copyOf(values);
  }

  /// Completes the facts by the payload itself, below `event`.
  Facts with(EventPayload payload) {
    values.put("event", payload.values());
    return new Facts(values);
  }
}
