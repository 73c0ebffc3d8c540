package dev.bellwether.domain.isolation;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/// A branch of an agent's that is neither merged nor deleted, and every file it touches.
///
/// What a forced push takes back stays among the files: rather one conflict too many than one too
/// few.
///
/// @param head the last commit that was pushed
/// @param revision counts the writes to the store, from 1; 0 before the first
public record OpenBranch(
    String repository,
    String name,
    String agent,
    String head,
    Set<String> files,
    Instant pushedAt,
    long revision) {
  /// A bound, so that nobody can grow an item without end; files beyond are not looked after.
  public static final int MOST_FILES = 3000;

  public OpenBranch {
    files = Collections.unmodifiableSet(new TreeSet<>(files));
  }

  /// Begins with a push.
  public static OpenBranch of(Push push, String agent) {
    return new OpenBranch(
        push.repository(), push.branch(), agent, push.head(), bounded(push.files()), push.at(), 0);
  }

  /// Adds a push; the same again changes nothing, and one that comes late adds its files only.
  public OpenBranch with(Push push, String pusher) {
    var all = new TreeSet<>(files);
    all.addAll(push.files());
    var isLate = push.at().isBefore(pushedAt);
    return new OpenBranch(
        repository,
        name,
        isLate ? agent : pusher,
        isLate ? head : push.head(),
        bounded(all),
        isLate ? pushedAt : push.at(),
        revision);
  }

  /// Tells whether anything was pushed to it; until then it is only declared.
  public boolean isPushed() {
    return !head.isEmpty();
  }

  /// Lists the files that another branch touches, too.
  public Set<String> sharedWith(OpenBranch other) {
    var shared = new HashSet<>(files);
    shared.retainAll(other.files());
    return shared;
  }

  /// Copies the branch under a revision, for stores.
  public OpenBranch withRevision(long newRevision) {
    return new OpenBranch(repository, name, agent, head, files, pushedAt, newRevision);
  }

  private static Set<String> bounded(Set<String> files) {
    return files.size() <= MOST_FILES
        ? files
        : new TreeSet<>(new TreeSet<>(files).stream().limit(MOST_FILES).toList());
  }
}
