/// What each store must promise, as tests: an interface a store, with the tests as its methods.
///
/// They run here against the stores in memory, and in `local/` against DynamoDB, so a use case
/// tested with the one works with the other.
@NullMarked
package dev.bellwether.contract;

import org.jspecify.annotations.NullMarked;
