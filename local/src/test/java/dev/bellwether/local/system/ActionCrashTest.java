package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.bellwether.adapter.github.GitHubMerges;
import dev.bellwether.adapter.github.GitHubReviewRequests;
import dev.bellwether.adapter.github.GitHubReviews;
import dev.bellwether.adapter.github.GitHubWorkflowRuns;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.local.sandbox.Call;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.Http;
import dev.bellwether.local.sandbox.Limits;
import dev.bellwether.usecase.EngineWorld;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.AddLabels;
import dev.bellwether.usecase.action.Approve;
import dev.bellwether.usecase.action.AssignIssue;
import dev.bellwether.usecase.action.AssignReviewer;
import dev.bellwether.usecase.action.CreateBranch;
import dev.bellwether.usecase.action.CreateIssue;
import dev.bellwether.usecase.action.DeleteBranch;
import dev.bellwether.usecase.action.Deploy;
import dev.bellwether.usecase.action.DismissReviews;
import dev.bellwether.usecase.action.DispatchWorkflow;
import dev.bellwether.usecase.action.MergePr;
import dev.bellwether.usecase.action.MoveItem;
import dev.bellwether.usecase.action.PostComment;
import dev.bellwether.usecase.action.RemoveLabels;
import dev.bellwether.usecase.action.RerunFailedJobs;
import dev.bellwether.usecase.action.RunTests;
import dev.bellwether.usecase.action.SendNotification;
import dev.bellwether.usecase.action.SetMilestone;
import dev.bellwether.usecase.action.UpdateBranch;
import dev.bellwether.usecase.action.UpdateStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The process dies around the one call of an action: whatever the action, what has happened on
/// GitHub in the end is what happens when nothing dies.
class ActionCrashTest {
  private static final TriggerType OPENED = new TriggerType("pr_created");
  private static final String SHA = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c";

  /// What an action is done with.
  ///
  /// @param about the pull request, or another subject
  private record Subject(
      String name, Function<GitHubClient, Action> action, Object parameters, String about) {
    Subject(String name, Function<GitHubClient, Action> action, Object parameters) {
      this(name, action, parameters, "pr#42");
    }
  }

  /// When the process dies.
  private enum Death {
    NEVER,
    BEFORE_THE_CALL,
    AFTER_THE_CALL,
    AFTER_THE_RECORD
  }

  /// Nothing catches it.
  private static final class Died extends Error {}

  @TestFactory
  Stream<DynamicTest> nothing_is_done_twice_and_nothing_lost_wherever_the_process_dies() {
    return subjects().stream()
        .flatMap(
            subject ->
                Stream.of(Death.BEFORE_THE_CALL, Death.AFTER_THE_CALL, Death.AFTER_THE_RECORD)
                    .map(
                        death ->
                            DynamicTest.dynamicTest(
                                subject.name() + ", dying " + death,
                                () -> isAsUndisturbed(subject, death))));
  }

  private static void isAsUndisturbed(Subject subject, Death death) {
    try (var undisturbed = new Life(subject, Death.NEVER);
        var disturbed = new Life(subject, death)) {
      undisturbed.live();
      disturbed.live();

      assertFalse(undisturbed.changes().isEmpty(), "it changes nothing");
      assertEquals(undisturbed.changes(), disturbed.changes());
      assertEquals(undisturbed.state(), disturbed.state());
    }
  }

  private static List<Subject> subjects() {
    return List.of(
        new Subject(
            "assign_reviewer",
            g -> new AssignReviewer(new GitHubReviewRequests(g)),
            Map.of("reviewers", List.of("ada", "grace"))),
        new Subject(
            "update_status label",
            g ->
                new UpdateStatus(
                    new GitHubLabels(g), new GitHubCommitStatuses(g), new GitHubCheckRuns(g)),
            Map.of("status", "ready_for_review")),
        new Subject(
            "update_status commit",
            g ->
                new UpdateStatus(
                    new GitHubLabels(g), new GitHubCommitStatuses(g), new GitHubCheckRuns(g)),
            Map.of("target", "commit_status", "state", "success")),
        new Subject(
            "update_status check",
            g ->
                new UpdateStatus(
                    new GitHubLabels(g), new GitHubCommitStatuses(g), new GitHubCheckRuns(g)),
            Map.of("target", "check_run", "state", "success")),
        new Subject(
            "assign_reviewer least loaded",
            g -> new AssignReviewer(new GitHubReviewRequests(g)),
            Map.of("reviewers", List.of("ada", "grace"), "strategy", "least_loaded")),
        new Subject("approve", g -> new Approve(new GitHubReviews(g)), Map.of("body", "Good")),
        new Subject(
            "dismiss_reviews",
            g -> new DismissReviews(new GitHubReviews(g)),
            Map.of("message", "It has changed")),
        new Subject("update_branch", g -> new UpdateBranch(new GitHubMerges(g)), Map.of()),
        new Subject(
            "rerun_failed_jobs",
            g -> new RerunFailedJobs(new GitHubWorkflowRuns(g)),
            Map.of(),
            "build#7001.1"),
        new Subject(
            "set_milestone", g -> new SetMilestone(new GitHubItems(g)), Map.of("milestone", "1.0")),
        new Subject("add_labels", g -> new AddLabels(new GitHubLabels(g)), Map.of("labels", "one")),
        new Subject(
            "remove_labels", g -> new RemoveLabels(new GitHubLabels(g)), Map.of("labels", "stale")),
        new Subject(
            "comment", g -> new PostComment(new GitHubComments(g)), Map.of("body", "Thank you")),
        new Subject(
            "comment upsert",
            g -> new PostComment(new GitHubComments(g)),
            Map.of("body", "Thank you", "mode", "upsert")),
        new Subject(
            "create_issue",
            g -> new CreateIssue(new GitHubIssues(g)),
            Map.of("title", "It failed")),
        new Subject("merge_pr", g -> new MergePr(new GitHubMerges(g)), Map.of("method", "squash")),
        new Subject(
            "create_branch",
            g -> new CreateBranch(new GitHubBranches(g)),
            Map.of("name", "release/1")),
        new Subject(
            "delete_branch",
            g -> new DeleteBranch(new GitHubBranches(g)),
            Map.of("name", "feat/x")),
        new Subject(
            "dispatch_workflow",
            g -> new DispatchWorkflow(new GitHubWorkflowRuns(g)),
            Map.of("workflow", "nightly.yml")),
        new Subject(
            "run_tests", g -> new RunTests(new GitHubWorkflowRuns(g)), Map.of("ref", "feat/x")),
        new Subject(
            "deploy",
            g -> new Deploy(new GitHubWorkflowRuns(g), new GitHubDeployments(g)),
            Map.of("environment", "staging")),
        new Subject(
            "send_notification",
            g -> new SendNotification(List.of(new GitHubCommentNotifier(new GitHubComments(g)))),
            Map.of("channels", "github_comment", "message", "Look here")));
  }

  /// One execution of one action.
  private static final class Life implements AutoCloseable {
    private final Death death;
    private final String about;
    private final Repeat repeat;
    private final EngineWorld world;
    private final GitHubSandbox gitHub;
    private boolean hasDied;

    @SuppressWarnings("unchecked")
    Life(Subject subject, Death death) {
      this.death = death;
      this.about = subject.about();
      var address = new String[1];
      var time = new dev.bellwether.testing.SettableTime(EngineWorld.T0);
      var client =
          new GitHubClient(
              () -> address[0], new Web(time), () -> Map.of("token", "of-a-test"), time);
      var action = subject.action().apply(client);
      this.repeat = action.signature().repeat();
      this.world = new EngineWorld(new Mortal(action));
      this.gitHub = GitHubSandbox.start(Optional.empty(), time, Limits.none());
      address[0] = gitHub.url().toString();
      gitHub.learn(opened(SHA));
      time.pass(Duration.ofSeconds(1));
      gitHub.learn(approvedOf());
      gitHub.learn(pushedToMain());
      new Http(gitHub.url()).post("/repos/octo-org/hello-world/milestones", "{'title': '1.0'}");
      var type = subject.name().split(" ", -1)[0];
      world.save(
          EngineWorld.workflow(
              "w", ActionSpec.of("step", type, (Map<String, Object>) subject.parameters())));
    }

    private static JsonNode approvedOf() {
      var payload = payload().put("action", "submitted");
      payload.putObject("pull_request").put("number", 42);
      var review = payload.putObject("review").put("id", 1).put("state", "approved");
      review.putObject("user").put("login", "grace");
      return payload;
    }

    private static JsonNode pushedToMain() {
      var payload = payload().put("ref", "refs/heads/main").put("after", "e".repeat(40));
      payload.putArray("commits").addObject().putArray("added").add("b.md");
      return payload;
    }

    private static ObjectNode payload() {
      var payload = JsonMapper.builder().build().createObjectNode();
      payload.putObject("repository").put("full_name", "octo-org/hello-world");
      return payload;
    }

    private static JsonNode opened(String sha) {
      var payload = payload().put("action", "opened");
      var pull = payload.putObject("pull_request").put("number", 42).put("state", "open");
      pull.put("title", "Fix").putObject("user").put("login", "octocat");
      pull.putObject("head").put("ref", "feat/x").put("sha", sha);
      pull.putObject("base").put("ref", "main");
      pull.putArray("labels").addObject().put("name", "stale");
      return payload;
    }

    void live() {
      var id = opened();
      carryOn();
      if (hasDied) {
        world.time.pass(Duration.ofMinutes(1));
        world.enqueue(world.now(id), Duration.ZERO);
        carryOn();
      }
      if (death == Death.AFTER_THE_RECORD) {
        world.enqueue(world.now(id), Duration.ZERO);
        carryOn();
      }
      assertEquals(ExecutionState.SUCCEEDED, world.now(id).state(), "" + world.now(id).ending());
    }

    /// Lists what happened; of an action that claims to do nothing new when repeated, once each.
    List<String> changes() {
      var changes = gitHub.journal().stream().filter(Call::changed).map(Call::sentence).sorted();
      return (repeat == Repeat.SAFE ? changes.distinct() : changes).toList();
    }

    /// What GitHub has come to, whenever that was.
    Object state() {
      var state = gitHub.toJson().path("repositories").deepCopy();
      state.findParents("updated_at").forEach(node -> ((ObjectNode) node).remove("updated_at"));
      return state;
    }

    private ExecutionId opened() {
      var facts =
          Facts.none()
              .with("number", 42)
              .with("author", "octocat")
              .with("repository", "octo-org/hello-world")
              .with("default_branch", "main")
              .with("base_branch", "main")
              .with("head_branch", "feat/x")
              .with("head_sha", SHA)
              .with("labels", List.of("stale"));
      var subject = dev.bellwether.domain.workflow.Subject.parse("octo-org/hello-world", about);
      var now = world.time.instant();
      var event = new Event("pull_request.opened", Set.of(OPENED), subject, facts, now);
      return world
          .startWorkflows
          .on(event, Cause.of("d-1", event.name()), now)
          .started()
          .getFirst();
    }

    private void carryOn() {
      if (!hasDied && (death == Death.BEFORE_THE_CALL || death == Death.AFTER_THE_CALL)) {
        assertThrows(Died.class, world::settle);
        hasDied = true;
      } else {
        world.settle();
      }
    }

    @Override
    public void close() {
      gitHub.close();
    }

    /// An action during whose first call the process dies.
    private final class Mortal implements Action {
      private final Action action;

      Mortal(Action action) {
        this.action = action;
      }

      @Override
      public ActionSignature signature() {
        return action.signature();
      }

      @Override
      public Outcome perform(dev.bellwether.usecase.action.Call call) {
        if (!hasDied && death == Death.BEFORE_THE_CALL) {
          throw new Died();
        }
        var outcome = action.perform(call);
        if (!hasDied && death == Death.AFTER_THE_CALL) {
          throw new Died();
        }
        return outcome;
      }
    }
  }
}
