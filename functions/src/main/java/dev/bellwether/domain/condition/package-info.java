/// Conditions over facts: three-valued, pure, and able to explain themselves.
///
/// Start with [Condition], then [Operator] for what each comparison means and [Explanation] for the
/// answer to "why did it not fire?".
@NullMarked
package dev.bellwether.domain.condition;

import org.jspecify.annotations.NullMarked;
