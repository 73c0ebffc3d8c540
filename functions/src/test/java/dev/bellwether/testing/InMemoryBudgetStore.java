package dev.bellwether.testing;

import dev.bellwether.domain.budget.Budget;
import dev.bellwether.usecase.port.BudgetStore;
import java.util.HashMap;
import java.util.Map;

/// Budgets in memory, as the contract has them.
public final class InMemoryBudgetStore implements BudgetStore {
  /// How often a budget was stored.
  public int writes;

  private final Map<String, Budget> budgets = new HashMap<>();

  @Override
  public synchronized Budget find(String account) {
    return budgets.getOrDefault(account, Budget.untouched(account));
  }

  @Override
  public synchronized boolean replace(Budget budget) {
    if (find(budget.account()).revision() != budget.revision()) {
      return false;
    }
    writes++;
    budgets.put(
        budget.account(),
        new Budget(
            budget.account(),
            budget.minute(),
            budget.hour(),
            budget.waiting(),
            budget.waitingUntil(),
            budget.blockedUntil(),
            budget.revision() + 1));
    return true;
  }
}
