package dev.bellwether.domain.isolation;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.agent.AgentProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes pushes as reports of the agents they come from, with how they went too far; and reads
/// from such reports how well an agent keeps to what is its own.
public final class PushActivity {
  private static final String TYPE = "push";
  private static final String TRESPASSES = "trespasses";

  private PushActivity() {}

  /// How well an agent keeps to its own branches and files.
  ///
  /// @param pushes how many were looked at
  /// @param clean how many of them went nowhere else
  public record Compliance(int pushes, int clean) {
    /// Says which share was clean; all, when there was none.
    public double share() {
      return pushes == 0 ? 1 : (double) clean / pushes;
    }
  }

  /// Writes a push; the same again is the same report.
  public static AgentActivity of(
      Push push, AgentProfile agent, List<Trespass> trespasses, Instant now) {
    var found =
        trespasses.stream()
            .map(t -> Map.of("kind", t.kind().name().toLowerCase(Locale.ROOT), "what", t.what()))
            .toList();
    Map<String, Object> data = Map.of("files_changed", push.files().size(), TRESPASSES, found);
    var isCommit = push.head().matches("[0-9a-fA-F]{7,64}");
    return new AgentActivity(
        "push/%s/%s/%s".formatted(push.repository(), push.branch(), push.head()),
        now,
        agent.name(),
        agent.type(),
        TYPE,
        data,
        push.repository(),
        push.branch(),
        null,
        isCommit ? push.head() : null,
        null,
        trespasses.isEmpty() ? "pushed" : "trespassed",
        null);
  }

  /// Adds up an agent's reports.
  public static Compliance compliance(Collection<AgentActivity> reports) {
    var pushes = reports.stream().filter(r -> r.activityType().equals(TYPE)).toList();
    var clean =
        pushes.stream().filter(r -> List.of().equals(r.activityData().get(TRESPASSES))).count();
    return new Compliance(pushes.size(), (int) clean);
  }
}
