package dev.bellwether.adapter.dynamodb;

/// A global secondary index. It names keys only: items are then read by key, so an index is written
/// only when a key of it changes and a list never shows a thing as it was.
record Index(String name, String partition, String sort) {
  static final Index BY_WORKFLOW = new Index("by_workflow", "workflow_id", "created_at");
  static final Index BY_DAY = new Index("by_day", "day_shard", "created_at");

  /// One partition a subject; sorted by workflow, then by time.
  static final Index BY_SUBJECT = new Index("by_subject", "subject_key", "firing");

  static final Index SUBJECT_EXECUTIONS =
      new Index("subject_executions", "subject_key", "created_at");
  static final Index SUBJECT_DELIVERIES =
      new Index("subject_deliveries", "subject_key", "received_at");
  static final Index BY_REPOSITORY = new Index("by_repository", "repository", "created_at");

  /// Holds only executions that people have to look after.
  static final Index BY_STATE = new Index("by_state", "state_shard", "created_at");

  /// Holds only executions that somebody is to approve of.
  static final Index AWAITING = new Index("awaiting", "awaiting_subject", "created_at");

  static final Index OVERDUE = new Index("overdue", "overdue_shard", "wake_at");
  static final Index DELIVERIES = new Index("deliveries", "delivery_day_shard", "received_at");

  /// Has no sort key of its own; a delivery's few entries are in no order.
  static final Index BY_DELIVERY = new Index("by_delivery", "delivery_id", Item.SK);

  static final Index DUE = new Index("due", "due_shard", "due_at");
  static final Index OPEN = new Index("open", "open_shard", "opened_at");
  static final Index VIOLATIONS = new Index("violations", "violation_day_shard", "detected_at");

  static final Index ACTIVITY_BY_DAY = new Index("by_day", "day_shard", "received_at");

  /// One partition an agent; holds only tasks that somebody has.
  static final Index BY_HOLDER = new Index("by_holder", "holder", "opened_at");
}
