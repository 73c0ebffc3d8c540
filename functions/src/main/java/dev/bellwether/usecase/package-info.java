/// One final class per verb: what Bellwether does when something arrives or comes due.
///
/// Start with [StartWorkflows] (an event meets the workflows) and [RunExecution] (a stored
/// execution is carried out). Time is always an argument.
@NullMarked
package dev.bellwether.usecase;

import org.jspecify.annotations.NullMarked;
