/// Agents: named workers, AI coding agents or people, and what they report.
@NullMarked
package dev.bellwether.domain.agent;

import org.jspecify.annotations.NullMarked;
