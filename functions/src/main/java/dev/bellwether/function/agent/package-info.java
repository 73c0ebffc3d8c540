/// The sweep over agents: start at `AgentSweepHandler`.
@NullMarked
package dev.bellwether.function.agent;

import org.jspecify.annotations.NullMarked;
