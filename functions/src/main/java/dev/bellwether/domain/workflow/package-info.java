/// What a team writes down (a [Workflow]) and what may set it off (an [Event] about a [Subject]).
///
/// Start with [Workflow]; [Decision] is what comes out when an event meets one.
@NullMarked
package dev.bellwether.domain.workflow;

import org.jspecify.annotations.NullMarked;
