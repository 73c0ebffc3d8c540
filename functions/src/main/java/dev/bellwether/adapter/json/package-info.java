/// JSON in and out, for the functions and the other adapters: the only adapter that others may use.
///
/// Start with [Json]. Trees, never reflection: binding classes by annotation is what a cold start
/// pays for most.
@NullMarked
package dev.bellwether.adapter.json;

import org.jspecify.annotations.NullMarked;
