/// Exercises the stand-ins over plain HTTP, as a client of theirs would.
@NullMarked
package dev.bellwether.local.sandbox;

import org.jspecify.annotations.NullMarked;
