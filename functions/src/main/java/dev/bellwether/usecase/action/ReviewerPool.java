package dev.bellwether.usecase.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Those who may be asked for a review, in the order in which it is their turn.
///
/// The turn is told by the pull request's number, so the same pull request is always given to the
/// same people, however often it is asked, and no turn has to be remembered.
final class ReviewerPool {
  private final List<String> left;
  private final long number;

  /// Leaves some out.
  ///
  /// @param logins in order
  /// @param notThese the author, and who is away
  /// @param number the pull request's
  ReviewerPool(Collection<String> logins, Collection<String> notThese, long number) {
    this.left =
        logins.stream()
            .filter(login -> notThese.stream().noneMatch(login::equalsIgnoreCase))
            .distinct()
            .toList();
    this.number = number;
  }

  /// Lists all who are left, in their own order.
  List<String> all() {
    return left;
  }

  /// Chooses those whose turn it is.
  ///
  /// @param count how many, of those who are left
  List<String> inTurn(int count) {
    return turns().subList(0, Math.clamp(count, 0, left.size()));
  }

  /// Chooses those with the fewest open reviews, of equals those whose turn it is; who was asked
  /// for a review of this pull request before comes first, so that asking twice asks the same.
  ///
  /// @param open who is asked for reviews of which pull requests
  List<String> leastLoaded(int count, Map<Long, List<String>> open) {
    var asked = open.getOrDefault(number, List.of());
    var order =
        Comparator.comparing((String login) -> !isAmong(asked, login))
            .thenComparingLong(login -> load(open, login));
    return turns().stream().sorted(order).limit(count).toList();
  }

  private List<String> turns() {
    var turns = new ArrayList<String>();
    for (int i = 0; i < left.size(); i++) {
      turns.add(left.get((int) Math.floorMod(number + i, (long) left.size())));
    }
    return turns;
  }

  private static long load(Map<Long, List<String>> open, String login) {
    return open.values().stream().filter(asked -> isAmong(asked, login)).count();
  }

  private static boolean isAmong(List<String> logins, String login) {
    return logins.stream().anyMatch(login::equalsIgnoreCase);
  }
}
