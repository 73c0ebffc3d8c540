/// GitHub, by org.kohsuke:github-api: what Bellwether writes there.
///
/// Start with [GitHubClient], which binds the library's objects without asking GitHub for them, so
/// that a label costs one request and not three; each port is one class on top of it.
@NullMarked
package dev.bellwether.adapter.github;

import org.jspecify.annotations.NullMarked;
