/// Stand-ins for the world outside AWS, for the local mode and for tests: GitHub, Slack, PagerDuty
/// and people's mailboxes, on the loop-back address.
///
/// Start with [GitHubSandbox] and [Outbox]; [LocalPages] shows what both have seen. How GitHub
/// behaves is in the `…Routes` classes, one for each family of its REST API; how its documents look
/// is in the `…Json` classes.
@NullMarked
package dev.bellwether.local.sandbox;

import org.jspecify.annotations.NullMarked;
