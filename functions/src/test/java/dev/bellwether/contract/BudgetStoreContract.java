package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.budget.Budget;
import dev.bellwether.domain.budget.Budget.Answer;
import dev.bellwether.domain.budget.Budget.Asker;
import dev.bellwether.domain.budget.Cost;
import dev.bellwether.domain.budget.RequestLimits;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.BudgetStore;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [BudgetStore] promises.
public interface BudgetStoreContract {
  /// The store, empty at the start of each test.
  BudgetStore budgets();

  @Test
  default void a_budget_is_found_as_it_was_stored_one_revision_on() {
    var spent = spending(budgets().find("octo"), 7);
    var awaited =
        assertInstanceOf(
                Answer.Refused.class,
                spent
                    .blockedUntil(NOW.plusSeconds(60))
                    .ask(Cost.WRITE, new Asker(3, false), NOW, limits()))
            .next();

    assertTrue(budgets().replace(awaited));

    var found = budgets().find("octo");
    assertEquals(1, found.revision());
    assertEquals(awaited.minute(), found.minute());
    assertEquals(awaited.hour(), found.hour());
    assertEquals(awaited.waiting(), found.waiting());
    assertEquals(awaited.waitingUntil(), found.waitingUntil());
    assertEquals(awaited.blockedUntil(), found.blockedUntil());
    assertEquals(Budget.untouched("acme"), budgets().find("acme"));
  }

  @Test
  default void a_budget_that_changed_in_between_is_not_replaced() {
    var first = budgets().find("octo");
    budgets().replace(spending(first, 5));

    assertFalse(budgets().replace(spending(first, 5)));
    assertTrue(budgets().replace(spending(budgets().find("octo"), 5)));
  }

  @Test
  @Tag("race")
  default void of_racing_changes_one_wins() {
    var known = budgets().find("octo");

    var results = Race.of(i -> budgets().replace(spending(known, 5)));

    assertEquals(1, Collections.frequency(results, true));
  }

  private static Budget spending(Budget budget, int priority) {
    var answer = budget.ask(Cost.WRITE, new Asker(priority, false), NOW, limits());
    return assertInstanceOf(Answer.Granted.class, answer).next();
  }

  private static RequestLimits limits() {
    return RequestLimits.STANDARD;
  }
}
