/// The bus's contract against EventBridge: the engine that local mode has, or any endpoint.
@NullMarked
package dev.bellwether.local.contract.eventbridge;

import org.jspecify.annotations.NullMarked;
