/// Holds messages against the schema of Slack's own types.
@NullMarked
package dev.bellwether.local.contract.slack;

import org.jspecify.annotations.NullMarked;
