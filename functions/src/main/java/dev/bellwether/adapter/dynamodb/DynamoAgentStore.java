package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.AgentJson;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps agents in the agent activity table, in shards by name, and in `due` while their silence
/// will tell something. A sign of life leaves `due` as it is, so it costs no write to the index.
public final class DynamoAgentStore implements AgentStore {
  private static final String ALL = "agents";
  private static final String DUE = "agent-due";

  private final Table table;

  /// Works on the agent activity table.
  public DynamoAgentStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Agent> find(String name) {
    return table.get(at(name)).map(DynamoAgentStore::read);
  }

  @Override
  public boolean save(Agent agent) {
    var next = agent.withRevision(agent.revision() + 1);
    var item = at(agent.name()).withBody(AgentJson.write(next));
    var due = next.dueAt();
    if (due != null) {
      item.with("due_shard", Shards.of(DUE, agent.name())).with("due_at", due);
    }
    return table.replace(item, agent.revision());
  }

  @Override
  public List<Agent> due(Instant until, int limit) {
    var items = new Listing(table, Index.DUE).until(until, Shards.all(DUE), limit);
    return table.readable(items, DynamoAgentStore::read);
  }

  @Override
  public List<Agent> all() {
    var items = Shards.all(ALL).stream().flatMap(shard -> table.under(shard).stream()).toList();
    return table.readable(items, DynamoAgentStore::read).stream()
        .sorted(Comparator.comparing(Agent::name))
        .toList();
  }

  private static Item at(String name) {
    return Item.at(Shards.of(ALL, name), name);
  }

  private static Agent read(Item item) {
    return AgentJson.read(item.body());
  }
}
