/// Stand-ins for AWS's services: DynamoDB Local, ElasticMQ, and small ones of our own for the bus,
/// the topics and the secrets. All listen on this machine only.
///
/// Start with [DynamoDbLocal] and [Tables], then [ElasticMq] and [AwsFront].
@NullMarked
package dev.bellwether.local.engine;

import org.jspecify.annotations.NullMarked;
