/// How many requests GitHub allows, and who may send the next.
///
/// Start with [Budget]: what an account has spent and who waits, as one value.
@NullMarked
package dev.bellwether.domain.budget;

import org.jspecify.annotations.NullMarked;
