package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.port.Cooldowns;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps cooldowns in the executions table: one conditional write each.
public final class DynamoCooldowns implements Cooldowns {
  private final Table table;

  /// Works on the executions table.
  public DynamoCooldowns(Table table) {
    this.table = table;
  }

  @Override
  public boolean begin(Execution execution, Instant now, Instant until) {
    var subject = execution.subject();
    var key = "cooldown#%s#%s".formatted(execution.workflow().id(), subject);
    var id = execution.id().value();
    var item =
        Item.at(key)
            .with("execution_id", id)
            .with("until", until)
            .with(Item.EXPIRES_AT, Times.expiry(until));
    return table.put(
            item,
            request ->
                request
                    .conditionExpression(Table.ABSENT + " OR #until <= :now OR execution_id = :id")
                    .expressionAttributeNames(Map.of("#until", "until"))
                    .expressionAttributeValues(
                        Map.of(
                            ":now", AttributeValue.fromS(Times.text(now)),
                            ":id", AttributeValue.fromS(id))))
        instanceof Attempt.Done;
  }
}
