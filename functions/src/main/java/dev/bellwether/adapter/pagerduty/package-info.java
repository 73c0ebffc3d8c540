/// PagerDuty, by its Events API v2.
///
/// Start with [PagerDutyNotifier].
@NullMarked
package dev.bellwether.adapter.pagerduty;

import org.jspecify.annotations.NullMarked;
