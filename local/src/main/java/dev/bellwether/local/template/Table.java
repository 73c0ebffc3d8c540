package dev.bellwether.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A DynamoDB table.
///
/// @param attributes the key attributes' types by name: `S`, `N` or `B`
/// @param timeToLive the attribute that says when an item ends
public record Table(
    String id,
    String name,
    Map<String, String> attributes,
    List<Key> key,
    List<Index> indexes,
    Optional<String> timeToLive) {
  public Table {
    attributes = Map.copyOf(attributes);
    key = List.copyOf(key);
    indexes = List.copyOf(indexes);
  }

  /// One part of a key.
  ///
  /// @param type `HASH` or `RANGE`
  public record Key(String attribute, String type) {}

  /// A global secondary index.
  ///
  /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
  /// @param included the attributes beside the keys, for `INCLUDE`
  public record Index(String name, List<Key> key, String projection, List<String> included) {
    public Index {
      key = List.copyOf(key);
      included = List.copyOf(included);
    }
  }

  static Table from(String id, String name, Section section) {
    section.ignore(
        "TableName",
        "BillingMode",
        "PointInTimeRecoverySpecification",
        "SSESpecification",
        "DeletionProtectionEnabled",
        "ContributorInsightsSpecification",
        "OnDemandThroughput",
        "WarmThroughput",
        "TableClass",
        "Tags");
    var attributes = new LinkedHashMap<String, String>();
    for (Section definition : section.list("AttributeDefinitions")) {
      attributes.put(definition.text("AttributeName"), definition.text("AttributeType"));
    }
    var indexes = section.list("GlobalSecondaryIndexes").stream().map(Table::index).toList();
    return new Table(id, name, attributes, key(section), indexes, timeToLive(section));
  }

  private static Optional<String> timeToLive(Section section) {
    var specification = section.section("TimeToLiveSpecification");
    var enabled = specification.optional("Enabled").orElse("false").equals("true");
    return specification.optional("AttributeName").filter(attribute -> enabled);
  }

  private static Index index(Section section) {
    section.ignore("OnDemandThroughput", "WarmThroughput", "ContributorInsightsSpecification");
    var projection = section.section("Projection");
    return new Index(
        section.text("IndexName"),
        key(section),
        projection.text("ProjectionType"),
        projection.texts("NonKeyAttributes"));
  }

  private static List<Key> key(Section section) {
    return section.list("KeySchema").stream()
        .map(part -> new Key(part.text("AttributeName"), part.text("KeyType")))
        .toList();
  }
}
