/// Keeps the time: `SlaTimerHandler` wakes at the instants that matter, `SlaCheckHandler` sweeps up
/// what no message came for.
@NullMarked
package dev.bellwether.function.sla;

import org.jspecify.annotations.NullMarked;
