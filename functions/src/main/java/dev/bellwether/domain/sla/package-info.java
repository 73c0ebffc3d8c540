/// Promises about time: clocks, the levels they reach, and violations.
///
/// Start with [Clock]; everything about it follows from its [Mark]s, whatever order they came in.
@NullMarked
package dev.bellwether.domain.sla;

import org.jspecify.annotations.NullMarked;
