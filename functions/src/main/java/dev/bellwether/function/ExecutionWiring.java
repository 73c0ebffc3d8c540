package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoCooldowns;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoLaneStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.usecase.AnswerApproval;
import dev.bellwether.usecase.AnswerByComment;
import dev.bellwether.usecase.CancelExecution;
import dev.bellwether.usecase.ConcludeExecution;
import dev.bellwether.usecase.DecideUndecided;
import dev.bellwether.usecase.EnterLane;
import dev.bellwether.usecase.GuardAgainstRunaways;
import dev.bellwether.usecase.PassGate;
import dev.bellwether.usecase.PerformSteps;
import dev.bellwether.usecase.RaiseAlert;
import dev.bellwether.usecase.ReplayDelivery;
import dev.bellwether.usecase.ReplayExecution;
import dev.bellwether.usecase.RunExecution;
import dev.bellwether.usecase.RunStage;
import dev.bellwether.usecase.StartChildWorkflow;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.port.Lookups;
import java.security.SecureRandom;
import java.util.function.Supplier;

/// Builds what starts executions, carries them on and steers them.
final class ExecutionWiring {
  private final Environment environment;
  private final AwsWiring aws;

  ExecutionWiring(Environment environment, AwsWiring aws) {
    this.environment = environment;
    this.aws = aws;
  }

  StartWorkflows startWorkflows() {
    return new StartWorkflows(aws.catalog(), aws.executions(), reader(), aws.executionQueue());
  }

  StartChildWorkflow startChildWorkflow() {
    return new StartChildWorkflow(
        new DynamoWorkflowStore(aws.workflowsTable()), reader(), startWorkflows());
  }

  RunExecution runExecution(Actions actions, Supplier<Lookups> lookups) {
    var clock = environment.clock();
    var performSteps = new PerformSteps(actions, clock);
    return new RunExecution(
        aws.executions(),
        aws.executionQueue(),
        passGate(lookups),
        new RunStage(performSteps, clock, new SecureRandom()::nextDouble),
        conclude(),
        clock);
  }

  Steering steering() {
    var deliveries = new DynamoDeliveryStore(aws.executionsTable());
    var replay = new ReplayExecution(reader(), aws.executions(), aws.executionQueue());
    return new Steering(
        cancel(), replay, answerApproval(), new ReplayDelivery(deliveries, startWorkflows()));
  }

  private CancelExecution cancel() {
    return new CancelExecution(aws.executions(), reader(), aws.executionQueue());
  }

  private AnswerApproval answerApproval() {
    return new AnswerApproval(aws.executions(), reader(), aws.executionQueue());
  }

  AnswerByComment answerByComment() {
    return new AnswerByComment(reader(), answerApproval());
  }

  private PassGate passGate(Supplier<Lookups> lookups) {
    var raiseAlert = new RaiseAlert(aws.executions(), aws.executionQueue());
    return new PassGate(
        new GuardAgainstRunaways(reader(), raiseAlert),
        new DecideUndecided(lookups),
        new DynamoCooldowns(aws.executionsTable()),
        new EnterLane(lanes(), cancel()));
  }

  private ConcludeExecution conclude() {
    return new ConcludeExecution(
        lanes(), reader(), aws.executions(), aws.executionQueue(), startWorkflows());
  }

  private DynamoLaneStore lanes() {
    return new DynamoLaneStore(aws.executionsTable());
  }

  private DynamoExecutionReader reader() {
    return new DynamoExecutionReader(aws.executionsTable());
  }
}
