package dev.bellwether.adapter.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Makes a stored item look like another: what that one has is set, and of what an item has for a
/// time only, the rest removed. Other attributes stay, and are not sent again.
final class Change {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> set = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();

  private Change() {}

  static Change to(Item item, List<String> passing) {
    var change = new Change();
    item.values()
        .forEach(
            (name, value) -> {
              if (!item.key().containsKey(name)) {
                change.set(name, value);
              }
            });
    passing.stream().filter(name -> !item.has(name)).forEach(change::remove);
    return change;
  }

  /// Gives a value that the condition mentions.
  Change given(String placeholder, AttributeValue value) {
    values.put(placeholder, value);
    return this;
  }

  private void set(String name, AttributeValue value) {
    set.add("%s = :%s".formatted(alias(name), name));
    values.put(":" + name, value);
  }

  private void remove(String name) {
    removed.add(alias(name));
  }

  /// Some of our names are words of DynamoDB's.
  private String alias(String name) {
    names.put("#" + name, name);
    return "#" + name;
  }

  /// Asks for it, under a condition.
  void on(UpdateItemRequest.Builder request, String condition) {
    var removal = removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed);
    request
        .updateExpression("SET " + String.join(", ", set) + removal)
        .conditionExpression(condition)
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.NONE);
  }
}
