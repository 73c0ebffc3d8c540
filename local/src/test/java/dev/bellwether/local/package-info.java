@NullMarked
package dev.bellwether.local;

import org.jspecify.annotations.NullMarked;
