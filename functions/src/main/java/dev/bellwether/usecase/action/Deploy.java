package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.OBJECT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Deployments;
import dev.bellwether.usecase.port.Deployments.Deployment;
import dev.bellwether.usecase.port.WorkflowRuns;
import java.util.LinkedHashMap;
import java.util.List;

/// Deploys to an environment: starts a workflow with the input `environment`, or creates a
/// deployment for whoever carries deployments out.
///
/// A repeat finds a deployment by its marker; a workflow, as [DispatchWorkflow] does.
public final class Deploy implements Action {
  private static final String DEPLOYMENT = "deployment";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "deploy",
          "Deploys to an environment, by a workflow of GitHub Actions or by a deployment.",
          Repeat.ASK_FIRST,
          List.of(
              required("environment", TEXT, "where to deploy to: production, staging"),
              optional(
                  "ref",
                  TEXT,
                  "what to deploy: a branch or a tag, and for a deployment also a commit; the"
                      + " default branch when left out"),
              optional(
                      "mode",
                      TEXT,
                      "workflow, the default, to start a workflow; deployment to create a"
                          + " deployment")
                  .oneOf("workflow", DEPLOYMENT),
              optional(
                  "workflow", TEXT, "the name of the workflow's file; deploy.yml when left out"),
              optional("inputs", OBJECT, "the workflow's other inputs, by name"),
              optional("description", TEXT, "one line about the deployment")));

  private final Dispatching dispatching;
  private final Deployments deployments;

  /// Deploys by these.
  public Deploy(WorkflowRuns runs, Deployments deployments) {
    this.dispatching = new Dispatching(runs);
    this.deployments = deployments;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var environment = call.required("environment").strip();
    var ref = Ref.of(call, "ref", "default_branch");
    if (environment.isEmpty() || ref.isEmpty()) {
      return Outcome.failedForGood(
          "bad_parameters",
          "It is not known %s to deploy: what it is filled from is empty"
              .formatted(environment.isEmpty() ? "where" : "what"));
    }
    if (call.text("mode").filter(DEPLOYMENT::equals).isPresent()) {
      return create(call, new Deployment(ref.get(), environment, description(call)));
    }
    var inputs = new LinkedHashMap<>(Dispatching.inputs(call));
    inputs.put("environment", environment);
    return dispatching.start(call, call.text("workflow").orElse("deploy.yml"), ref, inputs);
  }

  private Outcome create(Call call, Deployment deployment) {
    var repository = call.subject().repository();
    return call.isRepeat()
        ? deployments.createOnce(repository, call.key(), deployment)
        : deployments.create(repository, call.key(), deployment);
  }

  private static String description(Call call) {
    return call.text("description").orElse(call.execution().workflow().name());
  }
}
