package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.WorkflowJson;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.time.Instant;
import java.util.List;

/// Workflows as items: every version for good, and the newest once more in a shard of its own kind,
/// so that all of them are listed without an index, consistently.
///
/// The newest's item without a body is what is left of a deleted workflow: its version, so that a
/// new one of that id counts on and no version is ever written twice.
final class WorkflowItem {
  static final String VERSION = "version";
  static final String DUE_AT = "due_at";
  static final String SAVED_AT = "saved_at";

  private static final String NEWEST = "newest";

  private WorkflowItem() {}

  static Item version(Workflow workflow, Instant now) {
    return Item.at(versionsOf(workflow.id()), versionKey(workflow.version()))
        .with(SAVED_AT, Times.text(now))
        .withBody(WorkflowJson.write(workflow));
  }

  static String versionsOf(WorkflowId id) {
    return "workflow#" + id.value();
  }

  /// Sorts as the numbers do.
  static String versionKey(int version) {
    return "version#%010d".formatted(version);
  }

  static Item newestKey(WorkflowId id) {
    return Item.at(Shards.of(NEWEST, id.value()), id.value());
  }

  /// Fills the newest's item; one that is due by the clock is due next after now.
  static Item newest(Workflow workflow, Instant now) {
    var item =
        newestKey(workflow.id())
            .with(VERSION, workflow.version())
            .withBody(WorkflowJson.write(workflow));
    if (workflow.state() != WorkflowState.PAUSED) {
      workflow
          .whenScheduled()
          .ifPresent(
              schedule ->
                  item.with("due_shard", Shards.of("due", workflow.id().value()))
                      .with(DUE_AT, schedule.nextAfter(now)));
    }
    return item;
  }

  /// Reads all workflows that are not deleted and can be read, in no order.
  static List<Workflow> all(Table table) {
    var kept =
        shards().stream()
            .flatMap(shard -> table.under(shard).stream())
            .filter(WorkflowItem::isKept)
            .toList();
    return table.readable(kept, WorkflowItem::read);
  }

  /// Names the partitions that the newest are in, each in the order of their ids.
  static List<String> shards() {
    return Shards.all(NEWEST);
  }

  /// Finds the id of a workflow's newest.
  static String id(Item newest) {
    return newest.text(Item.SK).orElseThrow();
  }

  static boolean isKept(Item newest) {
    return newest.has(Item.BODY);
  }

  static Workflow read(Item item) {
    return WorkflowJson.read(item.body());
  }

  /// Names the item whose `revision` counts saves and deletions, for whoever holds a copy of all.
  static Item stampKey() {
    return Item.at("catalog", "stamp");
  }
}
