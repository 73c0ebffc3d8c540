/// The whole system, as `template.yaml` describes it, tried from the outside: webhooks in, calls to
/// GitHub and messages to people out.
@NullMarked
package dev.bellwether.local.system;

import org.jspecify.annotations.NullMarked;
