@NullMarked
package dev.bellwether.local.lambda;

import org.jspecify.annotations.NullMarked;
