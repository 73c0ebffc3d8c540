/// Where the tests find what others say of their interfaces.
@NullMarked
package dev.bellwether.local.contract;

import org.jspecify.annotations.NullMarked;
