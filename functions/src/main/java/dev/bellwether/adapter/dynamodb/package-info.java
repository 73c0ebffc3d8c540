/// The stores on DynamoDB: one item per thing, its document in `body`, beside it only what keys,
/// indexes and conditions need.
///
/// Start with [Table], which every store goes through; the layout of keys and indexes, and which
/// question each answers, is in `docs/adr/0003-tables.md`. A failed condition is an outcome; any
/// other exception of the SDK is a broken world and goes up.
@NullMarked
package dev.bellwether.adapter.dynamodb;

import org.jspecify.annotations.NullMarked;
