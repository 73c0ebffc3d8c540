/// Stand-ins for AWS's services: DynamoDB Local, ElasticMQ, and small ones of our own for the bus,
/// the topics and the secrets. All listen on this machine only, or on ports nobody is told.
///
/// Start with [DynamoDbLocal] and [Tables], then [DynamoDbLocal].
@NullMarked
package dev.bellwether.local.engine;

import org.jspecify.annotations.NullMarked;
