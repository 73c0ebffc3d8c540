package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.budget.Budget;
import dev.bellwether.domain.budget.Cost;
import dev.bellwether.domain.budget.Spent;
import java.util.HashMap;

/// Writes budgets as JSON and reads them; their account and revision are kept beside.
public final class BudgetJson {
  private BudgetJson() {}

  /// Writes what was spent and who waits.
  public static ObjectNode write(Budget budget) {
    var json = Json.object();
    Fields.putList(json, "minute", budget.minute().slots(), BudgetJson::write);
    Fields.putList(json, "hour", budget.hour().slots(), BudgetJson::write);
    var waiting = json.putObject("waiting");
    budget.waiting().forEach((priority, count) -> waiting.put(String.valueOf(priority), count));
    json.put("waiting_until", budget.waitingUntil().toString());
    json.put("blocked_until", budget.blockedUntil().toString());
    return json;
  }

  /// Reads a budget as [#write] wrote it.
  public static Budget read(String account, JsonNode json, long revision) {
    var empty = Budget.untouched(account);
    var waiting = new HashMap<Integer, Integer>();
    json.required("waiting")
        .properties()
        .forEach(e -> waiting.put(Integer.parseInt(e.getKey()), e.getValue().intValue()));
    return new Budget(
        account,
        spent(empty.minute(), json, "minute"),
        spent(empty.hour(), json, "hour"),
        waiting,
        Fields.instant(json, "waiting_until"),
        Fields.instant(json, "blocked_until"),
        revision);
  }

  private static Spent spent(Spent empty, JsonNode json, String name) {
    return new Spent(empty.slot(), empty.window(), Fields.list(json, name, BudgetJson::slot));
  }

  private static ObjectNode write(Spent.Slot slot) {
    return Json.object()
        .put("slot", slot.number())
        .put("contents", slot.cost().contents())
        .put("points", slot.cost().points());
  }

  private static Spent.Slot slot(JsonNode json) {
    return new Spent.Slot(
        json.required("slot").longValue(),
        new Cost(Fields.integer(json, "contents"), Fields.integer(json, "points")));
  }
}
