package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;

import dev.bellwether.testing.InMemoryAgentActivityStore;
import dev.bellwether.testing.InMemoryAgentStore;
import dev.bellwether.testing.InMemoryAuditStore;
import dev.bellwether.testing.InMemoryBranchStore;
import dev.bellwether.testing.InMemoryBudgetStore;
import dev.bellwether.testing.InMemoryBuildResults;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.InMemoryConflictStore;
import dev.bellwether.testing.InMemoryCooldowns;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryEdgeStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryIncidentStore;
import dev.bellwether.testing.InMemoryLaneStore;
import dev.bellwether.testing.InMemoryNoticeGroupStore;
import dev.bellwether.testing.InMemoryPaceStore;
import dev.bellwether.testing.InMemoryRequestStore;
import dev.bellwether.testing.InMemorySettingsStore;
import dev.bellwether.testing.InMemorySilenceStore;
import dev.bellwether.testing.InMemoryTaskStore;
import dev.bellwether.testing.InMemoryTokenStore;
import dev.bellwether.testing.InMemoryViolationStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
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

class InMemoryStoresTest {
  @Nested
  class Branches implements BranchStoreContract {
    private final InMemoryBranchStore store = new InMemoryBranchStore();

    @Override
    public BranchStore branches() {
      return store;
    }
  }

  @Nested
  class Conflicts implements ConflictStoreContract {
    private final InMemoryConflictStore store = new InMemoryConflictStore();

    @Override
    public ConflictStore conflicts() {
      return store;
    }
  }

  @Nested
  class Agents implements AgentStoreContract {
    private final InMemoryAgentStore store = new InMemoryAgentStore();

    @Override
    public AgentStore agents() {
      return store;
    }
  }

  @Nested
  class Tasks implements TaskStoreContract {
    private final InMemoryTaskStore store = new InMemoryTaskStore();

    @Override
    public TaskStore tasks() {
      return store;
    }
  }

  @Nested
  class Silences implements SilenceStoreContract {
    private final InMemorySilenceStore store = new InMemorySilenceStore();

    @Override
    public SilenceStore silences() {
      return store;
    }
  }

  @Nested
  class Builds implements BuildResultsContract {
    private final InMemoryBuildResults results = new InMemoryBuildResults();

    @Override
    public BuildResults buildResults() {
      return results;
    }
  }

  @Nested
  class Incidents implements IncidentStoreContract {
    private final InMemoryIncidentStore store = new InMemoryIncidentStore();

    @Override
    public IncidentStore incidents() {
      return store;
    }
  }

  @Nested
  class Settings implements SettingsStoreContract {
    private final InMemorySettingsStore store = new InMemorySettingsStore();

    @Override
    public SettingsStore settings() {
      return store;
    }
  }

  @Nested
  class Executions implements ExecutionStoreContract {
    private final InMemoryExecutionStore store = new InMemoryExecutionStore();

    @Override
    public ExecutionStore executions() {
      return store;
    }

    @Override
    public ExecutionReader reader() {
      return store;
    }

    @Override
    public FinishedExecutions finished() {
      return store;
    }

    @Override
    public Firings firings() {
      return store;
    }

    @Override
    public Approvals approvals() {
      return store;
    }
  }

  @Nested
  class Budgets implements BudgetStoreContract {
    private final InMemoryBudgetStore store = new InMemoryBudgetStore();

    @Override
    public BudgetStore budgets() {
      return store;
    }
  }

  @Nested
  class NoticeGroups implements NoticeGroupStoreContract {
    private final InMemoryNoticeGroupStore store = new InMemoryNoticeGroupStore();

    @Override
    public NoticeGroupStore groups() {
      return store;
    }
  }

  @Nested
  class Tokens implements TokenStoreContract {
    private final InMemoryTokenStore store = new InMemoryTokenStore();

    @Override
    public TokenStore tokens() {
      return store;
    }
  }

  @Nested
  class Requests implements RequestStoreContract {
    private final InMemoryRequestStore store = new InMemoryRequestStore();

    @Override
    public RequestStore requests() {
      return store;
    }
  }

  @Nested
  class Audit implements AuditStoreContract {
    private final InMemoryAuditStore store = new InMemoryAuditStore();

    @Override
    public AuditStore audit() {
      return store;
    }
  }

  @Nested
  class Paces implements PaceStoreContract {
    private final InMemoryPaceStore store = new InMemoryPaceStore();

    @Override
    public PaceStore paces() {
      return store;
    }
  }

  @Nested
  class Gates implements LaneStoreContract {
    private final InMemoryLaneStore lanes = new InMemoryLaneStore();
    private final InMemoryCooldowns cooldowns = new InMemoryCooldowns();

    @Override
    public LaneStore lanes() {
      return lanes;
    }

    @Override
    public Cooldowns cooldowns() {
      return cooldowns;
    }
  }

  @Nested
  class Deliveries implements DeliveryStoreContract {
    private final InMemoryExecutionStore executions = new InMemoryExecutionStore();
    private final InMemoryDeliveryStore store = new InMemoryDeliveryStore(executions);

    @Override
    public DeliveryStore deliveries() {
      return store;
    }

    @Override
    public ExecutionStore executions() {
      return executions;
    }
  }

  @Nested
  class Workflows implements WorkflowStoreContract {
    private final SettableTime time = new SettableTime(NOW);
    private final InMemoryWorkflowStore store = new InMemoryWorkflowStore(time);

    @Override
    public SettableTime time() {
      return time;
    }

    @Override
    public WorkflowStore workflows() {
      return store;
    }

    @Override
    public WorkflowVersions versions() {
      return store;
    }

    @Override
    public WorkflowCatalog catalog() {
      return store;
    }
  }

  @Nested
  class Schedules implements ScheduleStoreContract {
    private final InMemoryWorkflowStore store = new InMemoryWorkflowStore(new SettableTime(NOW));

    @Override
    public ScheduleStore schedules() {
      return store;
    }

    @Override
    public WorkflowStore workflows() {
      return store;
    }
  }

  @Nested
  class Edges implements EdgeStoreContract {
    private final InMemoryEdgeStore store = new InMemoryEdgeStore();

    @Override
    public EdgeStore edges() {
      return store;
    }
  }

  @Nested
  class Clocks implements ClockStoreContract {
    private final InMemoryClockStore store = new InMemoryClockStore();

    @Override
    public ClockStore clocks() {
      return store;
    }

    @Override
    public ClockReader reader() {
      return store;
    }
  }

  @Nested
  class Violations implements ViolationStoreContract {
    private final InMemoryViolationStore store = new InMemoryViolationStore();

    @Override
    public ViolationStore violations() {
      return store;
    }
  }

  @Nested
  class Activities implements AgentActivityStoreContract {
    private final InMemoryAgentActivityStore store = new InMemoryAgentActivityStore();

    @Override
    public AgentActivityStore activities() {
      return store;
    }
  }
}
