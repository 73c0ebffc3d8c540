package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.BudgetJson;
import dev.bellwether.domain.budget.Budget;
import dev.bellwether.usecase.port.BudgetStore;

/// Keeps budgets in the executions table, an item an account.
public final class DynamoBudgetStore implements BudgetStore {
  private final Table table;

  /// Works on the executions table.
  public DynamoBudgetStore(Table table) {
    this.table = table;
  }

  @Override
  public Budget find(String account) {
    return table
        .get(key(account))
        .map(item -> BudgetJson.read(account, item.body(), item.number(Table.REVISION)))
        .orElseGet(() -> Budget.untouched(account));
  }

  @Override
  public boolean replace(Budget budget) {
    var item = key(budget.account()).withBody(BudgetJson.write(budget));
    return table.replace(item, budget.revision());
  }

  private static Item key(String account) {
    return Item.at("budget#" + account);
  }
}
