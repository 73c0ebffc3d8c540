package dev.bellwether.usecase.port;

import dev.bellwether.domain.budget.Budget;

/// Keeps the budgets of accounts, shared by all who act for them.
public interface BudgetStore {
  /// Finds an account's budget as it is at this moment; an untouched one where none is kept.
  Budget find(String account);

  /// Stores a budget's next revision in place of the one it was made from.
  ///
  /// @param budget carries the revision it was read with
  /// @return false, storing nothing, when somebody else stored one in between
  boolean replace(Budget budget);
}
