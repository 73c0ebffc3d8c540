package dev.bellwether.adapter.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item, to be filled before it is written or looked into after it was read.
final class Item {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String BODY = "body";
  static final String EXPIRES_AT = "expires_at";

  /// The sort key of things that are alone under their partition key.
  static final String ALONE = "-";

  private final Map<String, AttributeValue> values;

  private Item(Map<String, AttributeValue> values) {
    this.values = values;
  }

  /// Starts an item that is alone under its partition key.
  static Item at(String pk) {
    return at(pk, ALONE);
  }

  /// Starts an item.
  static Item at(String pk, String sk) {
    return new Item(new LinkedHashMap<>()).with(PK, pk).with(SK, sk);
  }

  /// Wraps what was read.
  static Item from(Map<String, AttributeValue> values) {
    return new Item(new LinkedHashMap<>(values));
  }

  Item with(String name, String value) {
    values.put(name, AttributeValue.fromS(value));
    return this;
  }

  Item with(String name, long value) {
    values.put(name, AttributeValue.fromN(String.valueOf(value)));
    return this;
  }

  Item with(String name, Instant value) {
    return with(name, Times.text(value));
  }

  Item with(String name, List<String> values) {
    this.values.put(
        name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
    return this;
  }

  Item withBody(ObjectNode body) {
    values.put(BODY, Body.of(body));
    return this;
  }

  /// Adds a document that shares the item with others.
  Item with(String name, ObjectNode document, int limit) {
    values.put(name, Body.of(document, limit));
    return this;
  }

  /// Finds an attribute that is text.
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
  }

  /// Reads a list of text; none where there is no such attribute.
  List<String> texts(String name) {
    return has(name) ? required(name).l().stream().map(AttributeValue::s).toList() : List.of();
  }

  /// Reads an instant that is always there.
  Instant instant(String name) {
    return Instant.parse(required(name).s());
  }

  /// Reads a number that is always there.
  long number(String name) {
    return Long.parseLong(required(name).n());
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /// Reads the document.
  JsonNode body() {
    return document(BODY);
  }

  /// Reads one of several documents.
  JsonNode document(String name) {
    return Body.read(required(name));
  }

  /// Tells whether the item is still to be seen: DynamoDB deletes days after `expires_at`.
  boolean isLiveAt(Instant now) {
    return !has(EXPIRES_AT) || number(EXPIRES_AT) > now.getEpochSecond();
  }

  Map<String, AttributeValue> key() {
    return Map.of(PK, required(PK), SK, required(SK));
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  private AttributeValue required(String name) {
    @Nullable AttributeValue value = values.get(name);
    return Objects.requireNonNull(value, () -> "An item lacks its " + name);
  }
}
