/// The management API and the dashboard: routes, each answered in a few lines by a use case or a
/// port.
///
/// Start with [ApiHandler]; the `…Routes` classes list what there is, [Router] finds it.
@NullMarked
package dev.bellwether.function.api;

import org.jspecify.annotations.NullMarked;
