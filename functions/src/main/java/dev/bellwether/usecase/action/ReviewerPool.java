package dev.bellwether.usecase.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Chooses some reviewers out of several, in turn.
///
/// The turn is told by the pull request's number, so the same pull request is always given to the
/// same people, however often it is asked, and no turn has to be remembered.
final class ReviewerPool {
  private ReviewerPool() {}

  /// Chooses.
  ///
  /// @param pool who takes turns, in order
  /// @param notThese the author, and who is away
  /// @param count how many, of those who are left
  static List<String> inTurn(
      List<String> pool, Collection<String> notThese, long number, int count) {
    var left =
        pool.stream()
            .filter(login -> notThese.stream().noneMatch(login::equalsIgnoreCase))
            .distinct()
            .toList();
    var chosen = new ArrayList<String>();
    for (int i = 0; i < Math.min(count, left.size()); i++) {
      chosen.add(left.get((int) Math.floorMod(number + i, (long) left.size())));
    }
    return chosen;
  }
}
