package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.NoticeGroupJson;
import dev.bellwether.domain.escalation.NoticeGroup;
import dev.bellwether.usecase.port.NoticeGroupStore;
import java.util.Optional;

/// Keeps what channels tell together in the executions table, an item for each group.
public final class DynamoNoticeGroupStore implements NoticeGroupStore {
  private final Table table;

  /// Works on the executions table.
  public DynamoNoticeGroupStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<NoticeGroup> find(String id) {
    return table
        .get(key(id))
        .map(item -> NoticeGroupJson.read(item.body(), item.number(Table.REVISION)));
  }

  @Override
  public boolean replace(NoticeGroup group) {
    var item =
        key(group.id())
            .withBody(NoticeGroupJson.write(group))
            .with(Item.EXPIRES_AT, Times.expiry(group.until()));
    return table.replace(item, group.revision());
  }

  private static Item key(String id) {
    return Item.at("group#" + id);
  }
}
