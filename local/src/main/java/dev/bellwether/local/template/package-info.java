/// Reads `template.yaml`: what the system consists of, as typed values the runner follows.
///
/// Start with [Template]. Every property is either read, or known to mean nothing on one machine
/// and ignored by name, or refused with its path: none is skipped in silence.
@NullMarked
package dev.bellwether.local.template;

import org.jspecify.annotations.NullMarked;
