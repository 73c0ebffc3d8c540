/// HTTP to vendors, for the adapters that speak it: one client, one table of what may be tried
/// again.
///
/// Start with [Web]; [Refused] is how everything but a success leaves it.
@NullMarked
package dev.bellwether.adapter.http;

import org.jspecify.annotations.NullMarked;
