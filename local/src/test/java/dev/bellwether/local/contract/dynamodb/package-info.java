/// The stores' contracts against DynamoDB, and what is DynamoDB's alone: what a call costs, what
/// becomes of items too large, and of items whose time is over.
///
/// The engine is [DynamoDbUnderTest]'s choice: embedded, or any endpoint.
@NullMarked
package dev.bellwether.local.contract.dynamodb;

import org.jspecify.annotations.NullMarked;
