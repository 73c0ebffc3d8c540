/// The whole system on one machine: `mvn -Plocal`.
///
/// Start with [Local], the command, or [LocalSystem], the same as a library for tests. Nothing of
/// the functions is compiled against: they are known by their names in `template.yaml`.
@NullMarked
package dev.bellwether.local;

import org.jspecify.annotations.NullMarked;
