/// Tokens of an identity provider, by OpenID Connect.
@NullMarked
package dev.bellwether.adapter.oidc;

import org.jspecify.annotations.NullMarked;
