/// Outbound webhooks, signed as Standard Webhooks has it: <https://www.standardwebhooks.com>.
@NullMarked
package dev.bellwether.adapter.webhook;

import org.jspecify.annotations.NullMarked;
