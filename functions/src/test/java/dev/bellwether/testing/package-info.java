/// What tests share: stores in memory, settable time, and [Given], the vocabulary of fixtures.
@NullMarked
package dev.bellwether.testing;

import org.jspecify.annotations.NullMarked;
