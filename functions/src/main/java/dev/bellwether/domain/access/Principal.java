package dev.bellwether.domain.access;

import dev.bellwether.domain.condition.Glob;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;
import java.util.Locale;

/// Somebody who was let in.
///
/// @param id names them for good, unlike any other: `admin`, `token/<id>`, `oidc/<subject>`
/// @param name as people read it; an agent's is the name it reports under
/// @param repositories globs over `owner/name` of what they may see and touch; empty for everything
public record Principal(String id, String name, Role role, List<String> repositories) {
  /// Who has the admin token of the stack itself, and gives access to others.
  public static final Principal ROOT = new Principal("admin", "admin", Role.ADMIN, List.of());

  /// Somebody who was not let in.
  public static final Principal NOBODY =
      new Principal("nobody", "nobody", Role.AGENT, List.of("-"));

  public Principal {
    repositories = List.copyOf(repositories);
  }

  /// Tells whether they may do something, where it concerns what they see.
  public boolean may(Permission permission) {
    return role.allows(permission);
  }

  /// Tells whether they see some repositories only.
  public boolean isLimited() {
    return !repositories.isEmpty();
  }

  /// Tells whether they see what belongs to a repository; what belongs to none is for those who see
  /// everything.
  public boolean sees(String repository) {
    return !isLimited() || (!repository.equals(Subject.NO_REPOSITORY) && isAmong(repository));
  }

  private boolean isAmong(String repository) {
    return repositories.stream()
        .flatMap(glob -> Glob.of(lower(glob)).stream())
        .anyMatch(glob -> glob.covers(lower(repository)));
  }

  /// Tells whether they may say that something was done by somebody else: the stack's own admin
  /// token is nobody in particular.
  public boolean maySpeakForOthers() {
    return equals(ROOT);
  }

  /// GitHub's names are the same whatever the case of their letters.
  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
