/// The reference pages under `docs/`, made from the code that they describe.
///
/// Start with [ReferencePagesTest], which fails when a page is stale and rewrites it when asked to.
@NullMarked
package dev.bellwether.local.docs;

import org.jspecify.annotations.NullMarked;
