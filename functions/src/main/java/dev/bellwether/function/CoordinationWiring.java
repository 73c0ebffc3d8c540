package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoAgentActivityStore;
import dev.bellwether.adapter.dynamodb.DynamoAgentStore;
import dev.bellwether.adapter.dynamodb.DynamoBranchStore;
import dev.bellwether.adapter.dynamodb.DynamoConflictStore;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoTaskStore;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.domain.isolation.BranchConvention;
import dev.bellwether.usecase.AssignTask;
import dev.bellwether.usecase.AwaitNextTask;
import dev.bellwether.usecase.CachedRoster;
import dev.bellwether.usecase.CheckAgents;
import dev.bellwether.usecase.CoordinateAgents;
import dev.bellwether.usecase.DeclareFiles;
import dev.bellwether.usecase.FindConflicts;
import dev.bellwether.usecase.NoteSignOfLife;
import dev.bellwether.usecase.RecordActivity;
import dev.bellwether.usecase.RecordShadows;
import dev.bellwether.usecase.RedistributeTasks;
import dev.bellwether.usecase.ReportOnTask;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.SteerTask;
import dev.bellwether.usecase.TakeNextTask;
import dev.bellwether.usecase.TellOfTask;
import dev.bellwether.usecase.WatchAgents;
import dev.bellwether.usecase.Workforce;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.AgentDesk;
import dev.bellwether.usecase.port.AgentStore;
import dev.bellwether.usecase.port.BranchStore;
import dev.bellwether.usecase.port.ChangedLines;
import dev.bellwether.usecase.port.ConflictStore;
import dev.bellwether.usecase.port.TaskStore;
import java.util.concurrent.locks.LockSupport;

/// Builds what coordinates agents.
public final class CoordinationWiring {
  private static final Patience PATIENCE = Patience.STANDARD;

  private final Environment environment;
  private final AwsWiring aws;
  private final SlaWiring sla;
  private final Lazy<StartWorkflows> startWorkflows;
  private final Lazy<WatchAgents> watchAgents = new Lazy<>(this::buildWatchAgents);

  CoordinationWiring(
      Environment environment, AwsWiring aws, SlaWiring sla, Lazy<StartWorkflows> startWorkflows) {
    this.environment = environment;
    this.aws = aws;
    this.sla = sla;
    this.startWorkflows = startWorkflows;
  }

  /// Keeps what agents report.
  public AgentActivityStore agentActivities() {
    return new DynamoAgentActivityStore(aws.agentActivityTable());
  }

  /// Takes what agents report.
  public RecordActivity recordActivity() {
    return new RecordActivity(
        agentActivities(), sla.observeClocks(), startWorkflows.get(), recordShadows());
  }

  /// Keeps agents.
  public AgentStore agents() {
    return new DynamoAgentStore(aws.agentActivityTable());
  }

  /// Keeps agents' tasks.
  public TaskStore tasks() {
    return new DynamoTaskStore(aws.agentActivityTable());
  }

  /// Knows how all agents are.
  public Workforce workforce() {
    return new Workforce(agents(), tasks(), PATIENCE);
  }

  /// Notes that agents live.
  public NoteSignOfLife noteSignOfLife() {
    return new NoteSignOfLife(agents(), PATIENCE);
  }

  /// Gives tasks to agents.
  public AssignTask assignTask() {
    return new AssignTask(tasks(), workforce(), tellOfTask());
  }

  /// Lets agents take up tasks.
  public AwaitNextTask awaitNextTask() {
    var take = new TakeNextTask(tasks(), noteSignOfLife(), workforce(), tellOfTask());
    return new AwaitNextTask(
        take, time -> LockSupport.parkNanos(time.toNanos()), environment.clock());
  }

  /// Takes what agents say about their tasks.
  public ReportOnTask reportOnTask() {
    return new ReportOnTask(tasks(), agents(), noteSignOfLife(), tellOfTask());
  }

  /// Moves tasks off agents that cannot do them.
  public RedistributeTasks redistributeTasks() {
    return new RedistributeTasks(tasks(), workforce(), assignTask());
  }

  /// Lets workflows turn to agents.
  AgentDesk desk() {
    return new CoordinateAgents(
        steerTask(), assignTask(), redistributeTasks(), agents(), recordActivity());
  }

  /// Looks after agents that are silent.
  public CheckAgents checkAgents() {
    return new CheckAgents(agents(), workforce(), recordActivity(), redistributeTasks(), PATIENCE);
  }

  /// Lets people make tasks, put them back and cancel them.
  public SteerTask steerTask() {
    return new SteerTask(tasks(), agents(), tellOfTask());
  }

  /// Tells which files others touch.
  public DeclareFiles declareFiles() {
    return new DeclareFiles(branches());
  }

  /// Keeps which branches conflict.
  public ConflictStore conflicts() {
    return new DynamoConflictStore(aws.agentActivityTable());
  }

  /// Follows what agents do on GitHub.
  WatchAgents watchAgents() {
    return watchAgents.get();
  }

  private WatchAgents buildWatchAgents() {
    var convention =
        environment
            .optional("BRANCH_CONVENTION")
            .flatMap(BranchConvention::of)
            .orElse(BranchConvention.STANDARD);
    return new WatchAgents(
        new CachedRoster(this::agents, convention),
        noteSignOfLife(),
        recordActivity(),
        new FindConflicts(branches(), conflicts(), ChangedLines.UNKNOWN),
        startWorkflows.get(),
        recordShadows());
  }

  private RecordShadows recordShadows() {
    return new RecordShadows(new DynamoDeliveryStore(aws.executionsTable()));
  }

  private TellOfTask tellOfTask() {
    return new TellOfTask(agents(), recordActivity(), PATIENCE);
  }

  private BranchStore branches() {
    return new DynamoBranchStore(aws.agentActivityTable());
  }
}
