@NullMarked
package dev.bellwether.local.template;

import org.jspecify.annotations.NullMarked;
