package dev.bellwether.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is for Bellwether, which says what they may do. Nothing is allowed that is not
/// named here.
public enum Role {
  /// Looks.
  VIEWER,
  /// Looks, and takes care of what goes on.
  OPERATOR,
  /// Takes care of what goes on, and writes workflows.
  AUTHOR,
  /// Does everything.
  ADMIN,
  /// Is an agent, which reports what it does itself and sees nothing else.
  AGENT;

  /// Tells whether it allows something.
  public boolean allows(Permission permission) {
    return switch (permission) {
      case READ -> this != AGENT;
      case STEER -> this == OPERATOR || this == AUTHOR || this == ADMIN;
      case WRITE -> this == AUTHOR || this == ADMIN;
      case REPORT -> this == AGENT || this == ADMIN;
      case ADMINISTER -> this == ADMIN;
    };
  }

  /// Names the role as documents do: `viewer`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Finds a role by that name.
  public static Optional<Role> named(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
