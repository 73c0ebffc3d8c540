package dev.bellwether.testing;

import dev.bellwether.domain.escalation.NoticeGroup;
import dev.bellwether.usecase.port.NoticeGroupStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What channels tell together, in memory, as the contract has it.
public final class InMemoryNoticeGroupStore implements NoticeGroupStore {
  private final Map<String, NoticeGroup> groups = new HashMap<>();

  @Override
  public synchronized Optional<NoticeGroup> find(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  @Override
  public synchronized boolean replace(NoticeGroup group) {
    var revision = find(group.id()).map(NoticeGroup::revision).orElse(0L);
    if (revision != group.revision()) {
      return false;
    }
    groups.put(group.id(), group.withRevision(revision + 1));
    return true;
  }
}
