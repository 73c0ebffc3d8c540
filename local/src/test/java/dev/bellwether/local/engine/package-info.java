@NullMarked
package dev.bellwether.local.engine;

import org.jspecify.annotations.NullMarked;
