/// The door for GitHub's webhooks: what is not authentic or not well-formed does not get past it.
@NullMarked
package dev.bellwether.function.webhook;

import org.jspecify.annotations.NullMarked;
