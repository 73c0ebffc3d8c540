/// What the use cases need from the outside, in their own words: keyholes of one to four methods.
///
/// Adapters implement these; contract tests in `src/test` say what each must promise.
@NullMarked
package dev.bellwether.usecase.port;

import org.jspecify.annotations.NullMarked;
