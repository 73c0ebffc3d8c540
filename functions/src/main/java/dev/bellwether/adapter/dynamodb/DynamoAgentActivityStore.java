package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.AgentActivityJson;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.usecase.port.AgentActivityStore;
import java.time.Instant;
import java.util.List;

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
  public List<AgentActivity> newest(Instant now, int limit) {
    return activities(new Listing(table, Index.ACTIVITY_BY_DAY).newest(now, limit));
  }

  @Override
  public List<AgentActivity> newestOf(String agentName, int limit) {
    return activities(table.lastUnder(pk(agentName), MARK, limit));
  }

  private static String pk(String agentName) {
    return "agent#" + agentName;
  }

  private List<AgentActivity> activities(List<Item> items) {
    return table.readable(items, item -> AgentActivityJson.read(item.body()));
  }
}
