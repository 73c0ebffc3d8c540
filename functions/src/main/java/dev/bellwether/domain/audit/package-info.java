/// Who did what: entries that are only ever added to, each sealing all before it.
@NullMarked
package dev.bellwether.domain.audit;

import org.jspecify.annotations.NullMarked;
