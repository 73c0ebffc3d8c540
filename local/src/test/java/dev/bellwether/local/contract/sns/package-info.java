/// The topics' contract against SNS: the engine that local mode has, or any endpoint.
@NullMarked
package dev.bellwether.local.contract.sns;

import org.jspecify.annotations.NullMarked;
