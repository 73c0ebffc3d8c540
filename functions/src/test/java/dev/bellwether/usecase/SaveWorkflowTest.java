package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.SaveWorkflow.Result;
import org.junit.jupiter.api.Test;

class SaveWorkflowTest {
  private final InMemoryWorkflowStore store = new InMemoryWorkflowStore(new SettableTime(NOW));
  private final SaveWorkflow saveWorkflow = new SaveWorkflow(store);
  private final Workflow workflow = Given.aWorkflow("small-prs");

  @Test
  void the_basis_decides_and_not_the_workflows_own_version() {
    assertEquals(new Result.Missing(), saveWorkflow.save(workflow, new Basis.Newest()));
    assertEquals(new Result.Missing(), saveWorkflow.save(workflow, new Basis.Version(1)));
    assertTrue(store.all().isEmpty());

    assertEquals(
        new Result.Done(workflow.withVersion(1)),
        saveWorkflow.save(workflow.withVersion(9), new Basis.Nothing()));
    assertEquals(new Result.Conflict(1), saveWorkflow.save(workflow, new Basis.Nothing()));
    assertEquals(new Result.Conflict(1), saveWorkflow.save(workflow, new Basis.Version(2)));
    assertEquals(
        new Result.Done(workflow.withVersion(2)),
        saveWorkflow.save(workflow, new Basis.Version(1)));
    assertEquals(
        new Result.Done(workflow.withVersion(3)), saveWorkflow.save(workflow, new Basis.Newest()));
  }

  @Test
  void a_deleted_workflow_can_only_be_made_anew() {
    saveWorkflow.save(workflow, new Basis.Nothing());
    store.delete(workflow.id());

    assertEquals(new Result.Missing(), saveWorkflow.save(workflow, new Basis.Version(1)));
    assertEquals(
        new Result.Done(workflow.withVersion(2)), saveWorkflow.save(workflow, new Basis.Nothing()));
  }
}
