package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoBudgetStore;
import dev.bellwether.adapter.dynamodb.DynamoNoticeGroupStore;
import dev.bellwether.adapter.dynamodb.DynamoPaceStore;
import dev.bellwether.adapter.github.GitHubBranches;
import dev.bellwether.adapter.github.GitHubCheckRuns;
import dev.bellwether.adapter.github.GitHubClient;
import dev.bellwether.adapter.github.GitHubCommentNotifier;
import dev.bellwether.adapter.github.GitHubComments;
import dev.bellwether.adapter.github.GitHubCommitStatuses;
import dev.bellwether.adapter.github.GitHubDeployments;
import dev.bellwether.adapter.github.GitHubIssues;
import dev.bellwether.adapter.github.GitHubItems;
import dev.bellwether.adapter.github.GitHubLabels;
import dev.bellwether.adapter.github.GitHubLookups;
import dev.bellwether.adapter.github.GitHubMerges;
import dev.bellwether.adapter.github.GitHubReviewRequests;
import dev.bellwether.adapter.github.GitHubReviews;
import dev.bellwether.adapter.github.GitHubWorkflowRuns;
import dev.bellwether.adapter.github.Meter;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.pagerduty.PagerDutyNotifier;
import dev.bellwether.adapter.slack.SlackNotifier;
import dev.bellwether.adapter.sns.SnsNotifier;
import dev.bellwether.adapter.webhook.WebhookNotifier;
import dev.bellwether.domain.budget.RequestLimits;
import dev.bellwether.usecase.GroupedNotifier;
import dev.bellwether.usecase.PacedNotifier;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.AddLabels;
import dev.bellwether.usecase.action.Approve;
import dev.bellwether.usecase.action.AssignIssue;
import dev.bellwether.usecase.action.AssignReviewer;
import dev.bellwether.usecase.action.AssignToAgent;
import dev.bellwether.usecase.action.CreateBranch;
import dev.bellwether.usecase.action.CreateIssue;
import dev.bellwether.usecase.action.DeleteBranch;
import dev.bellwether.usecase.action.Deploy;
import dev.bellwether.usecase.action.DismissReviews;
import dev.bellwether.usecase.action.DispatchWorkflow;
import dev.bellwether.usecase.action.EscalateSla;
import dev.bellwether.usecase.action.MergePr;
import dev.bellwether.usecase.action.MoveItem;
import dev.bellwether.usecase.action.MoveTasks;
import dev.bellwether.usecase.action.NotifyAgent;
import dev.bellwether.usecase.action.PostComment;
import dev.bellwether.usecase.action.RemoveLabels;
import dev.bellwether.usecase.action.RerunFailedJobs;
import dev.bellwether.usecase.action.RunTests;
import dev.bellwether.usecase.action.SendNotification;
import dev.bellwether.usecase.action.SetMilestone;
import dev.bellwether.usecase.action.StartWorkflow;
import dev.bellwether.usecase.action.UpdateBranch;
import dev.bellwether.usecase.action.UpdateStatus;
import dev.bellwether.usecase.action.Wait;
import dev.bellwether.usecase.action.WaitForApproval;
import dev.bellwether.usecase.port.Lookups;
import dev.bellwether.usecase.port.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Builds the action types and what they act through.
final class ActionWiring {
  /// <https://docs.slack.dev/apis/web-api/rate-limits>: one message in a second for each channel.
  private static final Duration ONE_SLACK_MESSAGE_IN = Duration.ofSeconds(1);

  private final Environment environment;

  private final AwsWiring aws;
  private final ExecutionWiring executing;
  private final CoordinationWiring coordination;
  private final Web web;
  private final GitHubClient gitHub;

  ActionWiring(
      Environment environment,
      AwsWiring aws,
      ExecutionWiring executing,
      CoordinationWiring coordination) {
    this.environment = environment;
    this.aws = aws;
    this.executing = executing;
    this.coordination = coordination;
    this.web = new Web(environment.clock());
    this.gitHub =
        new GitHubClient(
            () -> environment.required("GITHUB_API_URL"),
            web,
            new Meter(
                () -> new DynamoBudgetStore(aws.executionsTable()),
                this::limits,
                environment.clock()),
            () -> aws.secret("GITHUB_SECRET_ARN").fields(),
            environment.clock());
  }

  /// Registers every action type: a line each.
  Actions actions() {
    var labels = new GitHubLabels(gitHub);
    var items = new GitHubItems(gitHub);
    var comments = new GitHubComments(gitHub);
    var notifiers = notifiers();
    return new Actions(
        List.of(
            new AssignReviewer(new GitHubReviewRequests(gitHub)),
            new UpdateStatus(labels, new GitHubCommitStatuses(gitHub), new GitHubCheckRuns(gitHub)),
            new AddLabels(labels),
            new RemoveLabels(labels),
            new PostComment(comments),
            new CreateIssue(new GitHubIssues(gitHub)),
            new AssignIssue(items),
            new SetMilestone(items),
            MoveItem.closeIssue(items, comments),
            MoveItem.closePr(items, comments),
            MoveItem.reopen(items, comments),
            new MergePr(new GitHubMerges(gitHub)),
            new UpdateBranch(new GitHubMerges(gitHub)),
            new Approve(new GitHubReviews(gitHub)),
            new DismissReviews(new GitHubReviews(gitHub)),
            new CreateBranch(new GitHubBranches(gitHub)),
            new DeleteBranch(new GitHubBranches(gitHub)),
            new DispatchWorkflow(new GitHubWorkflowRuns(gitHub)),
            new RunTests(new GitHubWorkflowRuns(gitHub)),
            new Deploy(new GitHubWorkflowRuns(gitHub), new GitHubDeployments(gitHub)),
            new RerunFailedJobs(new GitHubWorkflowRuns(gitHub)),
            new SendNotification(notifiers),
            new Wait(),
            new WaitForApproval(),
            new StartWorkflow(executing::startChildWorkflow),
            new AssignToAgent(coordination::desk),
            new MoveTasks(coordination::desk),
            new NotifyAgent(coordination::desk, notifiers),
            new EscalateSla(
                violation -> aws.violationEvents().publish(violation),
                notifiers.stream().map(Notifier::channel).toList())));
  }

  /// Finds facts that no event carries.
  Lookups lookups() {
    return new GitHubLookups(gitHub);
  }

  /// Binds to GitHub without calling it: for priming.
  void rehearse() {
    gitHub.rehearse();
  }

  private RequestLimits limits() {
    return environment.optional("GITHUB_LIMITS").filter("none"::equals).isPresent()
        ? RequestLimits.NONE
        : RequestLimits.STANDARD;
  }

  private Notifier slack() {
    return new SlackNotifier(
        web,
        () -> environment.required("SLACK_API_URL"),
        () ->
            new SlackNotifier.Access(
                notificationSecret("slack_bot_token"),
                notificationSecret("slack_channel"),
                notificationSecret("slack_webhook_url")));
  }

  private List<Notifier> notifiers() {
    var slack =
        new PacedNotifier(
            slack(),
            ONE_SLACK_MESSAGE_IN,
            () -> new DynamoPaceStore(aws.executionsTable()),
            environment.clock());
    return List.of(
        grouped(slack),
        grouped(new SnsNotifier(aws.sns(), this::topic)),
        new GitHubCommentNotifier(new GitHubComments(gitHub)),
        new PagerDutyNotifier(
            web,
            () -> environment.required("PAGERDUTY_EVENTS_URL"),
            () -> notificationSecret("pagerduty_routing_key")),
        new WebhookNotifier(
            web,
            () -> notificationSecret("webhook_url"),
            () -> notificationSecret("webhook_secret"),
            environment.clock()));
  }

  private Notifier grouped(Notifier notifier) {
    return new GroupedNotifier(
        notifier, () -> new DynamoNoticeGroupStore(aws.executionsTable()), environment.clock());
  }

  private Optional<String> topic(int level) {
    return environment.optional(
        level == 0 ? "NOTIFICATION_TOPIC_ARN" : "LEVEL_%d_TOPIC_ARN".formatted(level));
  }

  private Optional<String> notificationSecret(String field) {
    return aws.secret("NOTIFICATION_SECRET_ARN").field(field);
  }
}
