/// Lambda entry points, thin: an AWS event in, one use case called, an AWS answer out.
///
/// Start with a handler, such as [dev.bellwether.function.webhook.WebhookHandler]; [Wiring] builds
/// what it calls and [Environment] is the only reader of the process environment.
@NullMarked
package dev.bellwether.function;

import org.jspecify.annotations.NullMarked;
