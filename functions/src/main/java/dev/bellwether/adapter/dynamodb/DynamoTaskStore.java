package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.AgentTaskJson;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Lease;
import dev.bellwether.usecase.port.TaskStore;
import java.util.List;
import java.util.Optional;

/// Keeps tasks in the agent activity table: in `open` until they end, those in the queue and those
/// that are held in shards of their own; and in `by_holder` while they are held.
public final class DynamoTaskStore implements TaskStore {
  private static final String QUEUED = "queued";
  private static final String HELD = "held";

  private final Table table;

  /// Works on the agent activity table.
  public DynamoTaskStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<AgentTask> find(String id) {
    return table.get(at(id)).map(DynamoTaskStore::read);
  }

  @Override
  public boolean save(AgentTask task) {
    var next = task.withRevision(task.revision() + 1);
    var item = at(task.id()).withBody(AgentTaskJson.write(next));
    if (next.state().isEnd()) {
      item.with(Item.EXPIRES_AT, Times.expiry(next.changedAt()));
    } else {
      item.with("open_shard", Shards.of(next.isHeld() ? HELD : QUEUED, next.id()))
          .with("opened_at", next.createdAt());
    }
    next.ifLeased()
        .filter(lease -> next.isHeld())
        .map(Lease::holder)
        .ifPresent(holder -> item.with("holder", holder));
    return table.replace(item, task.revision());
  }

  @Override
  public List<AgentTask> queued(int limit) {
    return open(QUEUED, limit).stream().filter(task -> !task.isHeld()).toList();
  }

  @Override
  public List<AgentTask> held(int limit) {
    return open(HELD, limit).stream().filter(AgentTask::isHeld).toList();
  }

  @Override
  public List<AgentTask> heldBy(String agent) {
    var items = new Listing(table, Index.BY_HOLDER).first(List.of(agent), Integer.MAX_VALUE);
    return table.readable(items, DynamoTaskStore::read).stream()
        .filter(task -> task.ifLeased().filter(l -> l.holder().equals(agent)).isPresent())
        .toList();
  }

  private List<AgentTask> open(String state, int limit) {
    var items = new Listing(table, Index.OPEN).first(Shards.all(state), limit);
    return table.readable(items, DynamoTaskStore::read);
  }

  private static Item at(String id) {
    return Item.at("task#" + id);
  }

  private static AgentTask read(Item item) {
    return AgentTaskJson.read(item.body());
  }
}
