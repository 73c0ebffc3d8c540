package dev.bellwether.function.api;

import dev.bellwether.domain.access.Permission;
import dev.bellwether.domain.access.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a route asks of whoever calls it.
enum Needs {
  /// Nothing: it is for everybody.
  NOTHING(null, true),
  /// To see; and of what belongs to a repository, to see that.
  READ(Permission.READ, true),
  /// To see what is made up of every repository.
  READ_ALL(Permission.READ, false),
  /// To report as an agent.
  REPORT(Permission.REPORT, true),
  /// To take care of something, and to see its repository.
  STEER(Permission.STEER, true),
  /// To take care of what may concern every repository.
  STEER_ALL(Permission.STEER, false),
  /// To change what concerns every repository.
  WRITE(Permission.WRITE, false),
  /// To give and take access, and to see who did what.
  ADMINISTER(Permission.ADMINISTER, false);

  private final @Nullable Permission permission;
  private final boolean takesLimited;

  Needs(@Nullable Permission permission, boolean takesLimited) {
    this.permission = permission;
    this.takesLimited = takesLimited;
  }

  /// Tells whether what is done by it is written down: what changes anything, but for what agents
  /// report, which is a log of its own.
  boolean isWrittenDown(String method) {
    return switch (this) {
      case STEER, STEER_ALL, WRITE -> true;
      case ADMINISTER -> !method.equals("GET");
      case NOTHING, READ, READ_ALL, REPORT -> false;
    };
  }

  /// Says why somebody may not; nothing when they may.
  Optional<String> refusal(Principal principal) {
    if (permission != null && !principal.may(permission)) {
      return Optional.of("The role %s may not do this".formatted(principal.role().wireName()));
    }
    return takesLimited || !principal.isLimited()
        ? Optional.empty()
        : Optional.of("This concerns every repository, and you are limited to some");
  }
}
