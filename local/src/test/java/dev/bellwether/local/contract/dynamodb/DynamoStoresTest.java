package dev.bellwether.local.contract.dynamodb;

import static dev.bellwether.testing.Given.NOW;

import dev.bellwether.adapter.dynamodb.DynamoAgentActivityStore;
import dev.bellwether.adapter.dynamodb.DynamoAgentStore;
import dev.bellwether.adapter.dynamodb.DynamoAuditStore;
import dev.bellwether.adapter.dynamodb.DynamoBranchStore;
import dev.bellwether.adapter.dynamodb.DynamoBudgetStore;
import dev.bellwether.adapter.dynamodb.DynamoBuildResults;
import dev.bellwether.adapter.dynamodb.DynamoClockReader;
import dev.bellwether.adapter.dynamodb.DynamoClockStore;
import dev.bellwether.adapter.dynamodb.DynamoConflictStore;
import dev.bellwether.adapter.dynamodb.DynamoCooldowns;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoEdgeStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoFinishedExecutions;
import dev.bellwether.adapter.dynamodb.DynamoIncidentStore;
import dev.bellwether.adapter.dynamodb.DynamoLaneStore;
import dev.bellwether.adapter.dynamodb.DynamoNoticeGroupStore;
import dev.bellwether.adapter.dynamodb.DynamoPaceStore;
import dev.bellwether.adapter.dynamodb.DynamoRequestStore;
import dev.bellwether.adapter.dynamodb.DynamoScheduleStore;
import dev.bellwether.adapter.dynamodb.DynamoSettingsStore;
import dev.bellwether.adapter.dynamodb.DynamoSilenceStore;
import dev.bellwether.adapter.dynamodb.DynamoTaskStore;
import dev.bellwether.adapter.dynamodb.DynamoTokenStore;
import dev.bellwether.adapter.dynamodb.DynamoViolationStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowCatalog;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowVersions;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.contract.AgentActivityStoreContract;
import dev.bellwether.contract.AgentStoreContract;
import dev.bellwether.contract.AuditStoreContract;
import dev.bellwether.contract.BranchStoreContract;
import dev.bellwether.contract.BudgetStoreContract;
import dev.bellwether.contract.BuildResultsContract;
import dev.bellwether.contract.ClockStoreContract;
import dev.bellwether.contract.ConflictStoreContract;
import dev.bellwether.contract.DeliveryStoreContract;
import dev.bellwether.contract.EdgeStoreContract;
import dev.bellwether.contract.ExecutionStoreContract;
import dev.bellwether.contract.IncidentStoreContract;
import dev.bellwether.contract.LaneStoreContract;
import dev.bellwether.contract.NoticeGroupStoreContract;
import dev.bellwether.contract.PaceStoreContract;
import dev.bellwether.contract.RequestStoreContract;
import dev.bellwether.contract.ScheduleStoreContract;
import dev.bellwether.contract.SettingsStoreContract;
import dev.bellwether.contract.SilenceStoreContract;
import dev.bellwether.contract.TaskStoreContract;
import dev.bellwether.contract.TokenStoreContract;
import dev.bellwether.contract.ViolationStoreContract;
import dev.bellwether.contract.WorkflowStoreContract;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.AgentStore;
import dev.bellwether.usecase.port.Approvals;
import dev.bellwether.usecase.port.AuditStore;
import dev.bellwether.usecase.port.BranchStore;
import dev.bellwether.usecase.port.BudgetStore;
import dev.bellwether.usecase.port.BuildResults;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.ConflictStore;
import dev.bellwether.usecase.port.Cooldowns;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.FinishedExecutions;
import dev.bellwether.usecase.port.Firings;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.LaneStore;
import dev.bellwether.usecase.port.NoticeGroupStore;
import dev.bellwether.usecase.port.PaceStore;
import dev.bellwether.usecase.port.RequestStore;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SilenceStore;
import dev.bellwether.usecase.port.TaskStore;
import dev.bellwether.usecase.port.TokenStore;
import dev.bellwether.usecase.port.ViolationStore;
import dev.bellwether.usecase.port.WorkflowCatalog;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowVersions;
import org.junit.jupiter.api.Nested;

class DynamoStoresTest {
  private static Table table(String id) {
    return DynamoDbUnderTest.table(id, new SettableTime(NOW));
  }

  @Nested
  class Branches implements BranchStoreContract {
    private final Table table = table("AgentActivityTable");

    @Override
    public BranchStore branches() {
      return new DynamoBranchStore(table);
    }
  }

  @Nested
  class Conflicts implements ConflictStoreContract {
    private final Table table = table("AgentActivityTable");

    @Override
    public ConflictStore conflicts() {
      return new DynamoConflictStore(table);
    }
  }

  @Nested
  class Agents implements AgentStoreContract {
    private final Table table = table("AgentActivityTable");

    @Override
    public AgentStore agents() {
      return new DynamoAgentStore(table);
    }
  }

  @Nested
  class Tasks implements TaskStoreContract {
    private final Table table = table("AgentActivityTable");

    @Override
    public TaskStore tasks() {
      return new DynamoTaskStore(table);
    }
  }

  @Nested
  class Executions implements ExecutionStoreContract {
    private final Table table = table("ExecutionsTable");

    @Override
    public ExecutionStore executions() {
      return new DynamoExecutionStore(table);
    }

    @Override
    public ExecutionReader reader() {
      return new DynamoExecutionReader(table);
    }

    @Override
    public FinishedExecutions finished() {
      return new DynamoFinishedExecutions(table);
    }

    @Override
    public Firings firings() {
      return new DynamoExecutionReader(table);
    }

    @Override
    public Approvals approvals() {
      return new DynamoExecutionReader(table);
    }
  }

  @Nested
  class Budgets implements BudgetStoreContract {
    private final Table table = table("ExecutionsTable");

    @Override
    public BudgetStore budgets() {
      return new DynamoBudgetStore(table);
    }
  }

  @Nested
  class NoticeGroups implements NoticeGroupStoreContract {
    private final Table table = table("ExecutionsTable");

    @Override
    public NoticeGroupStore groups() {
      return new DynamoNoticeGroupStore(table);
    }
  }

  @Nested
  class Tokens implements TokenStoreContract {
    private final Table table = table("AccessTable");

    @Override
    public TokenStore tokens() {
      return new DynamoTokenStore(table);
    }
  }

  @Nested
  class Requests implements RequestStoreContract {
    private final Table table = table("AccessTable");

    @Override
    public RequestStore requests() {
      return new DynamoRequestStore(table);
    }
  }

  @Nested
  class Audit implements AuditStoreContract {
    private final Table table = table("AuditTable");

    @Override
    public AuditStore audit() {
      return new DynamoAuditStore(table);
    }
  }

  @Nested
  class Paces implements PaceStoreContract {
    private final Table table = table("ExecutionsTable");

    @Override
    public PaceStore paces() {
      return new DynamoPaceStore(table);
    }
  }

  @Nested
  class Gates implements LaneStoreContract {
    private final Table table = table("ExecutionsTable");

    @Override
    public LaneStore lanes() {
      return new DynamoLaneStore(table);
    }

    @Override
    public Cooldowns cooldowns() {
      return new DynamoCooldowns(table);
    }
  }

  @Nested
  class Deliveries implements DeliveryStoreContract {
    private final Table table = table("ExecutionsTable");

    @Override
    public DeliveryStore deliveries() {
      return new DynamoDeliveryStore(table);
    }

    @Override
    public ExecutionStore executions() {
      return new DynamoExecutionStore(table);
    }
  }

  @Nested
  class Workflows implements WorkflowStoreContract {
    private final SettableTime time = new SettableTime(NOW);
    private final Table table = DynamoDbUnderTest.table("WorkflowsTable", time);
    private final WorkflowCatalog catalog = new DynamoWorkflowCatalog(table);

    @Override
    public WorkflowStore workflows() {
      return new DynamoWorkflowStore(table);
    }

    @Override
    public WorkflowVersions versions() {
      return new DynamoWorkflowVersions(table);
    }

    @Override
    public SettableTime time() {
      return time;
    }

    @Override
    public WorkflowCatalog catalog() {
      return catalog;
    }
  }

  @Nested
  class Schedules implements ScheduleStoreContract {
    private final Table table = table("WorkflowsTable");

    @Override
    public ScheduleStore schedules() {
      return new DynamoScheduleStore(table);
    }

    @Override
    public WorkflowStore workflows() {
      return new DynamoWorkflowStore(table);
    }
  }

  @Nested
  class Edges implements EdgeStoreContract {
    private final Table table = table("WorkflowsTable");

    @Override
    public EdgeStore edges() {
      return new DynamoEdgeStore(table);
    }
  }

  @Nested
  class Clocks implements ClockStoreContract {
    private final Table table = table("SlaTable");

    @Override
    public ClockStore clocks() {
      return new DynamoClockStore(table);
    }

    @Override
    public ClockReader reader() {
      return new DynamoClockReader(table);
    }
  }

  @Nested
  class Incidents implements IncidentStoreContract {
    private final Table table = table("SlaTable");

    @Override
    public IncidentStore incidents() {
      return new DynamoIncidentStore(table);
    }
  }

  @Nested
  class Silences implements SilenceStoreContract {
    private final Table table = table("SlaTable");

    @Override
    public SilenceStore silences() {
      return new DynamoSilenceStore(table);
    }
  }

  @Nested
  class Builds implements BuildResultsContract {
    private final Table table = table("SlaTable");

    @Override
    public BuildResults buildResults() {
      return new DynamoBuildResults(table);
    }
  }

  @Nested
  class Settings implements SettingsStoreContract {
    private final Table table = table("SlaTable");

    @Override
    public SettingsStore settings() {
      return new DynamoSettingsStore(table);
    }
  }

  @Nested
  class Violations implements ViolationStoreContract {
    private final Table table = table("SlaTable");

    @Override
    public ViolationStore violations() {
      return new DynamoViolationStore(table);
    }
  }

  @Nested
  class Activities implements AgentActivityStoreContract {
    private final Table table = table("AgentActivityTable");

    @Override
    public AgentActivityStore activities() {
      return new DynamoAgentActivityStore(table);
    }
  }
}
