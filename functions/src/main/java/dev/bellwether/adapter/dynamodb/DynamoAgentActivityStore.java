package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.AgentActivityJson;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps agents' reports in the agent activity table: each under its time, and beside it a mark
/// under its id, so that the same report received again at another time is not a second one.
public final class DynamoAgentActivityStore implements AgentActivityStore {
  /// Sorts after every time.
  private static final String MARK = "id#";

  private final Table table;

  /// Works on the agent activity table.
  public DynamoAgentActivityStore(Table table) {
    this.table = table;
  }

  @Override
  public void record(AgentActivity activity) {
    var pk = pk(activity.agentName());
    var receivedAt = activity.receivedAt();
    var expiry = Times.expiry(receivedAt);
    var report =
        Item.at(pk, Times.text(receivedAt) + "#" + activity.id())
            .with("day_shard", Shards.ofDay(receivedAt, activity.id()))
            .with("received_at", receivedAt)
            .with(Item.EXPIRES_AT, expiry)
            .withBody(AgentActivityJson.write(activity));
    var mark = Item.at(pk, MARK + activity.id()).with(Item.EXPIRES_AT, expiry);
    new Transaction(table)
        .put(report, put -> {})
        .put(mark, put -> put.conditionExpression(Table.ABSENT))
        .write();
  }

  @Override
  public Slice<AgentActivity> list(Part part) {
    var slice = new Listing(table, Index.ACTIVITY_BY_DAY).byDay(part);
    return new Slice<>(activities(slice.items()), slice.next());
  }

  @Override
  public Slice<AgentActivity> listOf(String agentName, Part part) {
    var to = Times.text(part.to());
    var before = part.after().filter(place -> place.compareTo(to) < 0).orElse(to);
    var from = Times.text(part.from());
    var items =
        table.lastUnder(pk(agentName), before, part.limit()).stream()
            .filter(item -> item.text(Item.SK).orElseThrow().compareTo(from) >= 0)
            .toList();
    var last = items.size() < part.limit() ? Optional.<Item>empty() : Optional.of(items.getLast());
    return new Slice<>(activities(items), last.flatMap(item -> item.text(Item.SK)));
  }

  private static String pk(String agentName) {
    return "agent#" + agentName;
  }

  private List<AgentActivity> activities(List<Item> items) {
    return table.readable(items, item -> AgentActivityJson.read(item.body()));
  }
}
