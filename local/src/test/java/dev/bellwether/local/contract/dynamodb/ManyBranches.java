package dev.bellwether.local.contract.dynamodb;

import static dev.bellwether.testing.Given.NOW;

import dev.bellwether.adapter.dynamodb.DynamoBranchStore;
import dev.bellwether.adapter.dynamodb.DynamoConflictStore;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.Push;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.FindConflicts;
import dev.bellwether.usecase.port.ChangedLines;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Open branches of an agent's with 200 files each, of which one in a hundred shares a file with
/// another, before pushes of somebody else's.
final class ManyBranches {
  private static final int FILES = 200;

  private final CountedRequests requests = new CountedRequests();
  private final FindConflicts find;

  ManyBranches(int count) {
    Table table = DynamoDbUnderTest.table("AgentActivityTable", new SettableTime(NOW), requests);
    find =
        new FindConflicts(
            new DynamoBranchStore(table), new DynamoConflictStore(table), ChangedLines.UNKNOWN);
    for (int i = 0; i < count; i++) {
      push("ada", "many-" + i, files(i));
    }
    requests.take();
  }

  List<Conflict> push(String agent, String feature, Set<String> files) {
    var branch = "feat/%s/%s".formatted(agent, feature);
    var push = new Push("octo/hello", branch, "abc1234", agent, List.of("Work"), files, NOW);
    return find.on(push, agent, NOW);
  }

  /// Counts the requests sent since the last time it was asked.
  Map<String, Integer> requests() {
    return requests.take();
  }

  private static Set<String> files(int branch) {
    var files = new HashSet<String>();
    for (int i = 1; i < FILES; i++) {
      files.add("src/branch%d/file%d.java".formatted(branch, i));
    }
    files.add("src/shared%d.java".formatted(branch % 100));
    return files;
  }
}
