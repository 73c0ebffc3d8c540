/// Amazon SQS: executions to be carried on, and timers of clocks.
///
/// Standard queues. Each message belongs to the group of its repository, which on a standard queue
/// keeps nothing in order but lets no busy repository starve the others.
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html>
@NullMarked
package dev.bellwether.adapter.sqs;

import org.jspecify.annotations.NullMarked;
