@NullMarked
package dev.bellwether.local.testing;

import org.jspecify.annotations.NullMarked;
