/// Who may do what, and where.
@NullMarked
package dev.bellwether.domain.access;

import org.jspecify.annotations.NullMarked;
