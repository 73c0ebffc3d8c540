/// Answers broken promises: `EscalationHandler`, fed by the event bus.
@NullMarked
package dev.bellwether.function.escalation;

import org.jspecify.annotations.NullMarked;
