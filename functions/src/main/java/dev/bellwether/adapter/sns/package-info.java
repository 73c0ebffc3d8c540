/// Amazon SNS: e-mail by topic.
///
/// Start with [SnsNotifier].
@NullMarked
package dev.bellwether.adapter.sns;

import org.jspecify.annotations.NullMarked;
