package dev.bellwether.local.contract.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PushCostTest {
  @Test
  void a_push_reads_the_branches_that_share_a_file_and_no_others() {
    var branches = new ManyBranches(30);

    var found = branches.push("bob", "fix", Set.of("src/shared7.java", "src/shared9.java"));

    assertEquals(2, found.size());
    var cost =
        Map.of(
            "BatchGetItem", 2, // who touches these files, and those branches
            "GetItem", 2, // the branch itself, twice
            "TransactWriteItems", 1, // the files
            "PutItem", 3); // the branch, and two conflicts
    assertEquals(cost, branches.requests());
  }

  @Test
  void a_push_that_shares_nothing_reads_no_other_branch() {
    var branches = new ManyBranches(10);

    branches.push("bob", "fix", Set.of("docs/new.md"));

    var cost = Map.of("BatchGetItem", 1, "GetItem", 2, "TransactWriteItems", 1, "PutItem", 1);
    assertEquals(cost, branches.requests());
  }
}
