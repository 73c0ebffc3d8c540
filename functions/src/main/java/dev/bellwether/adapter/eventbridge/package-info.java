/// Amazon EventBridge: what the rest of the world may listen to.
@NullMarked
package dev.bellwether.adapter.eventbridge;

import org.jspecify.annotations.NullMarked;
