/// AWS Secrets Manager: the only way by which secrets come in.
///
/// Start with [CachedSecrets]. Nothing here writes a secret into an error or a `toString`.
@NullMarked
package dev.bellwether.adapter.secrets;

import org.jspecify.annotations.NullMarked;
