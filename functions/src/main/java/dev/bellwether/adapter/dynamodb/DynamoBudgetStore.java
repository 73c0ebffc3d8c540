package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.adapter.json.BudgetJson;
import dev.bellwether.domain.budget.Budget;
import dev.bellwether.usecase.port.BudgetStore;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps budgets in the executions table, an item an account.
public final class DynamoBudgetStore implements BudgetStore {
  private static final String REVISION = "revision";

  private final Table table;

  /// Works on the executions table.
  public DynamoBudgetStore(Table table) {
    this.table = table;
  }

  @Override
  public Budget find(String account) {
    return table
        .get(key(account))
        .map(item -> BudgetJson.read(account, item.body(), item.number(REVISION)))
        .orElseGet(() -> Budget.untouched(account));
  }

  @Override
  public boolean replace(Budget budget) {
    var item =
        key(budget.account())
            .with(REVISION, budget.revision() + 1)
            .withBody(BudgetJson.write(budget));
    var read = AttributeValue.fromN(String.valueOf(budget.revision()));
    return table.put(
            item,
            request -> {
              if (budget.revision() == 0) {
                request.conditionExpression(Table.ABSENT);
              } else {
                request
                    .conditionExpression("revision = :read")
                    .expressionAttributeValues(Map.of(":read", read));
              }
            })
        instanceof Attempt.Done;
  }

  private static Item key(String account) {
    return Item.at("budget#" + account);
  }
}
