/// Calls the functions as Lambda does: the handlers by the names in the template, their events
/// through the serialization of Lambda's Java runtime, from HTTP, queues, buses and the clock.
///
/// Start with [LambdaFunction]; [HttpFront], [QueueReader], [AsyncCalls] and [Schedules] call it.
@NullMarked
package dev.bellwether.local.lambda;

import org.jspecify.annotations.NullMarked;
