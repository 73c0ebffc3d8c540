package dev.bellwether.adapter.github;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.domain.budget.Budget;
import dev.bellwether.domain.budget.Budget.Answer;
import dev.bellwether.domain.budget.Budget.Asker;
import dev.bellwether.domain.budget.Cost;
import dev.bellwether.domain.budget.RequestLimits;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.usecase.port.BudgetStore;
import dev.bellwether.usecase.port.Urgency;
import dev.bellwether.usecase.port.Urgency.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Lets a request to GitHub pass when its account's budget has room for it.
///
/// What was granted ahead is held in memory for the few seconds it is good for, so in the ordinary
/// course a request costs no write of ours. Safe for threads.
public final class Meter {
  private final Supplier<BudgetStore> budgets;
  private final Supplier<RequestLimits> limits;
  private final InstantSource clock;
  private final Map<String, Purse> purses = new HashMap<>();

  private record Purse(Cost left, Instant until) {
    boolean covers(Cost cost, Instant now) {
      return now.isBefore(until) && left.covers(cost);
    }
  }

  /// Meters by these, neither of which is asked for before there is a request.
  public Meter(Supplier<BudgetStore> budgets, Supplier<RequestLimits> limits, InstantSource clock) {
    this.budgets = budgets;
    this.limits = limits;
    this.clock = clock;
  }

  /// Lets everything pass.
  static Meter unlimited(InstantSource clock) {
    return new Meter(
        () -> {
          throw new IllegalStateException("Without limits no budget is kept");
        },
        () -> RequestLimits.NONE,
        clock);
  }

  /// Lets a request pass.
  ///
  /// @param account who GitHub counts it for: the owner of the installation
  /// @throws Refused when the budget has no room, with how long to wait
  synchronized void pass(String account, String method) {
    var allowed = limits.get();
    if (allowed.equals(RequestLimits.NONE)) {
      return;
    }
    var now = clock.instant();
    var cost = Cost.of(method);
    var purse = purses.get(account);
    if (purse == null || !purse.covers(cost, now)) {
      purse = ask(account, cost, allowed, now);
    }
    purses.put(account, new Purse(purse.left().minus(cost), purse.until()));
  }

  /// Learns from GitHub that it wants to be left alone, for all who act for the account.
  synchronized void block(String account, Duration wait) {
    if (limits.get().equals(RequestLimits.NONE)) {
      return;
    }
    var until = clock.instant().plus(wait);
    purses.remove(account);
    while (true) {
      var known = budgets.get().find(account);
      var next = known.blockedUntil(until);
      if (next.equals(known) || budgets.get().replace(next)) {
        return;
      }
    }
  }

  private Purse ask(String account, Cost cost, RequestLimits allowed, Instant now) {
    while (true) {
      Budget known = budgets.get().find(account);
      switch (known.ask(cost, asker(), now, allowed)) {
        case Answer.Granted(var next, var granted, var until) -> {
          if (budgets.get().replace(next)) {
            return new Purse(granted, until);
          }
        }
        case Answer.Refused(var next, var wait) -> {
          if (budgets.get().replace(next)) {
            throw new Refused(
                Refused.NO_ANSWER,
                new Failure.Transient(
                    Failure.OUT_OF_BUDGET,
                    "GitHub's limits leave no room for now; in turn, the most urgent first",
                    wait));
          }
        }
      }
    }
  }

  private static Asker asker() {
    var urgency = Urgency.current();
    return new Asker(urgency.priority(), urgency.turn() == Turn.AGAIN);
  }
}
