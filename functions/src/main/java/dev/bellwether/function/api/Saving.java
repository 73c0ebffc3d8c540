package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.WorkflowJson;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.Basis;
import dev.bellwether.usecase.SaveWorkflow;
import dev.bellwether.usecase.port.WorkflowStore;
import java.util.HashMap;

/// Saves workflows and answers how that came out.
final class Saving {
  private final SaveWorkflow saveWorkflow;

  Saving(WorkflowStore workflows) {
    this.saveWorkflow = new SaveWorkflow(workflows);
  }

  /// Saves a new workflow; 409 when its id is taken.
  APIGatewayV2HTTPResponse create(Workflow workflow) {
    return save(workflow, new Basis.Nothing(), 201, 409);
  }

  /// Saves a workflow.
  APIGatewayV2HTTPResponse save(Workflow workflow, Basis basis, int status, int conflictStatus) {
    return switch (saveWorkflow.save(workflow, basis)) {
      case SaveWorkflow.Result.Done(var stored) -> {
        var headers = new HashMap<>(Version.tag(stored));
        if (status == 201) {
          headers.put("Location", "/v1/workflows/" + stored.id());
        }
        yield Answer.json(status, WorkflowJson.writeWithWarnings(stored), headers);
      }
      case SaveWorkflow.Result.Missing missing -> Router.notFound("No workflow has this id");
      case SaveWorkflow.Result.Conflict(var newest) -> conflict(conflictStatus, newest, basis);
    };
  }

  /// Answers that something else has been saved since.
  static APIGatewayV2HTTPResponse conflict(int status, int newest, Basis basis) {
    var detail =
        basis instanceof Basis.Nothing
            ? "A workflow with this id exists already: change it by PUT, or choose another id"
            : "The newest version is %d: read it, and make the change again".formatted(newest);
    return Answer.problem(status, "Version conflict", detail);
  }
}
