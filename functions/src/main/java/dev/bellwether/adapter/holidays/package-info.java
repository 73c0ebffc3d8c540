/// Public holidays of countries and their parts, as Jollyday knows them.
@NullMarked
package dev.bellwether.adapter.holidays;

import org.jspecify.annotations.NullMarked;
