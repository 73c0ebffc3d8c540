/// Holds every call to GitHub against GitHub's own description of its API.
@NullMarked
package dev.bellwether.local.contract.github;

import org.jspecify.annotations.NullMarked;
