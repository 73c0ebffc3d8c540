/// What people are told, and who does what at which level.
@NullMarked
package dev.bellwether.domain.escalation;

import org.jspecify.annotations.NullMarked;
