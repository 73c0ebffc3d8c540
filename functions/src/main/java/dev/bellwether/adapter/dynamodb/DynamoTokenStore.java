package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.TokenJson;
import dev.bellwether.domain.access.ApiToken;
import dev.bellwether.usecase.port.TokenStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps tokens in the access table, all under one partition key: there are few, and they are read
/// together. An item goes a while after its token is over.
public final class DynamoTokenStore implements TokenStore {
  private static final String ALL = "tokens";

  private final Table table;

  /// Works on the access table.
  public DynamoTokenStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<ApiToken> find(String id) {
    return table.get(Item.at(ALL, id)).map(DynamoTokenStore::read);
  }

  @Override
  public boolean save(ApiToken token) {
    var item = Item.at(ALL, token.id()).withBody(TokenJson.writeWhole(token));
    var end = token.expiresAt();
    if (end != null) {
      item.with(Item.EXPIRES_AT, Times.expiry(end));
    }
    return table.replace(item, token.revision());
  }

  @Override
  public Optional<ApiToken> delete(String id) {
    var found = find(id);
    found.ifPresent(token -> table.delete(Item.at(ALL, id)));
    return found;
  }

  @Override
  public List<ApiToken> all() {
    return table.readable(table.under(ALL), DynamoTokenStore::read).stream()
        .sorted(Comparator.comparing(ApiToken::createdAt).thenComparing(ApiToken::id))
        .toList();
  }

  private static ApiToken read(Item item) {
    return TokenJson.read(item.body(), item.number(Table.REVISION));
  }
}
