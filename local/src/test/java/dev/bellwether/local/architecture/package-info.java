@NullMarked
package dev.bellwether.local.architecture;

import org.jspecify.annotations.NullMarked;
