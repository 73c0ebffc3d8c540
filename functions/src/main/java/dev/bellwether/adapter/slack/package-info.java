/// Slack, by an incoming webhook.
///
/// Start with [SlackNotifier].
@NullMarked
package dev.bellwether.adapter.slack;

import org.jspecify.annotations.NullMarked;
