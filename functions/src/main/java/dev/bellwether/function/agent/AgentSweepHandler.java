package dev.bellwether.function.agent;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.bellwether.function.Environment;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.usecase.CheckAgents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Looks after silent agents every minute. Reads those that are due and nothing else; doing it
/// twice does no harm.
public final class AgentSweepHandler implements RequestHandler<ScheduledEvent, String> {
  private final Supplier<CheckAgents> checkAgents;
  private final InstantSource clock;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda builds it.
  public AgentSweepHandler() {
    this(Environment.system());
  }

  /// Works in an environment.
  public AgentSweepHandler(Environment environment) {
    this(new Wiring(environment));
  }

  private AgentSweepHandler(Wiring wiring) {
    this(wiring.coordination()::checkAgents, wiring.environment().clock());
  }

  AgentSweepHandler(Supplier<CheckAgents> checkAgents, InstantSource clock) {
    this.checkAgents = checkAgents;
    this.clock = clock;
    this.priming = Priming.with(() -> this.checkAgents.get().at(Instant.EPOCH));
  }

  /// Sweeps.
  ///
  /// @return `swept`
  @Override
  public String handleRequest(ScheduledEvent event, Context context) {
    try {
      var found = checkAgents.get().at(clock.instant());
      LogLine.info("Looked after agents")
          .with("idle", found.idle())
          .with("stalled", found.stalled())
          .with("moved", found.moved().size())
          .to(context);
      return "swept";
    } catch (RuntimeException broken) {
      LogLine.error("Looking after agents broke").with(broken).to(context);
      throw broken;
    }
  }
}
