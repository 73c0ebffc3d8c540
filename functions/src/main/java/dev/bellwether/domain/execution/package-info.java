/// One run of one workflow for one subject: its steps, its states, its lease.
///
/// Start with [Execution]; every transition is a method on it that returns the next state.
@NullMarked
package dev.bellwether.domain.execution;

import org.jspecify.annotations.NullMarked;
