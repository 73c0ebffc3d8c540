/// Whose branches and files are whose, who went beyond that, and whose branches will conflict.
/// Start at `Push`, which everything is judged by.
@NullMarked
package dev.bellwether.domain.isolation;

import org.jspecify.annotations.NullMarked;
