/// What people are told, and who does what at which level.
///
/// Start with [Escalation]: a violation in, the steps to be done out.
@NullMarked
package dev.bellwether.domain.escalation;

import org.jspecify.annotations.NullMarked;
