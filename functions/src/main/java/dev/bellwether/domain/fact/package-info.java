/// Every fact that conditions and templates can name, with its type and meaning.
///
/// Start with [FactGroup], which lists them by what they are about. The reference pages, the
/// warnings about facts that no trigger carries, and the kind of subject a scheduled workflow runs
/// over all come from here; a test keeps the readers of events in step.
@NullMarked
package dev.bellwether.domain.fact;

import org.jspecify.annotations.NullMarked;
