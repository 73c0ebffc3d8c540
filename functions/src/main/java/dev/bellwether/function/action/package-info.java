/// Carries executions out: [ActionHandler], fed by the action queue.
@NullMarked
package dev.bellwether.function.action;

import org.jspecify.annotations.NullMarked;
