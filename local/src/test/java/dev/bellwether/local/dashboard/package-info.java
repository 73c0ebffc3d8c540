/// The dashboard as a browser shows it.
@NullMarked
package dev.bellwether.local.dashboard;

import org.jspecify.annotations.NullMarked;
