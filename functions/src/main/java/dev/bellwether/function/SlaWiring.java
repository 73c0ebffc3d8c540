package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoBuildResults;
import dev.bellwether.adapter.dynamodb.DynamoClockReader;
import dev.bellwether.adapter.dynamodb.DynamoIncidentStore;
import dev.bellwether.adapter.dynamodb.DynamoSettingsStore;
import dev.bellwether.adapter.dynamodb.DynamoSilenceStore;
import dev.bellwether.adapter.dynamodb.DynamoViolationStore;
import dev.bellwether.adapter.holidays.PublicHolidays;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.PolicyReader;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.RotationReader;
import dev.bellwether.usecase.CachedPolicies;
import dev.bellwether.usecase.CheckSlas;
import dev.bellwether.usecase.EscalateAnew;
import dev.bellwether.usecase.Muting;
import dev.bellwether.usecase.ObserveClocks;
import dev.bellwether.usecase.RaiseLevel;
import dev.bellwether.usecase.port.BuildResults;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.OnCall;
import dev.bellwether.usecase.port.PolicyCatalog;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SettingsStore.Settings;
import dev.bellwether.usecase.port.SilenceStore;
import dev.bellwether.usecase.port.ViolationStore;
import java.util.List;

/// Builds what keeps the time, and what is known of broken promises.
public final class SlaWiring {
  private final Environment environment;
  private final AwsWiring aws;
  private final Lazy<PolicyCatalog> policies = new Lazy<>(this::buildPolicies);
  private final Lazy<ObserveClocks> observeClocks = new Lazy<>(this::buildObserveClocks);
  private final Lazy<RaiseLevel> raiseLevel = new Lazy<>(this::buildRaiseLevel);
  private final Lazy<CheckSlas> checkSlas = new Lazy<>(this::buildCheckSlas);

  SlaWiring(Environment environment, AwsWiring aws) {
    this.environment = environment;
    this.aws = aws;
  }

  /// Announces the levels that clocks reach.
  public RaiseLevel raiseLevel() {
    return raiseLevel.get();
  }

  /// Sweeps the clocks that are due.
  public CheckSlas checkSlas() {
    return checkSlas.get();
  }

  /// Escalates anew what nobody holds any more.
  public EscalateAnew escalateAnew() {
    return new EscalateAnew(incidents(), aws.clocks(), aws.violationEvents(), muting());
  }

  /// Reads SLA clocks.
  public ClockReader clockReader() {
    return new DynamoClockReader(aws.slaTable());
  }

  /// Keeps violations.
  public ViolationStore violations() {
    return new DynamoViolationStore(aws.slaTable());
  }

  /// Keeps incidents.
  public IncidentStore incidents() {
    return new DynamoIncidentStore(aws.slaTable());
  }

  /// Keeps silences.
  public SilenceStore silences() {
    return new DynamoSilenceStore(aws.slaTable());
  }

  /// Remembers how builds of pull requests came out.
  BuildResults buildResults() {
    return new DynamoBuildResults(aws.slaTable());
  }

  Muting muting() {
    return new Muting(silences(), buildResults());
  }

  /// Keeps what a team sets Bellwether up by.
  public SettingsStore settings() {
    return new DynamoSettingsStore(aws.slaTable());
  }

  /// Reads what a team promises.
  public PolicyReader policyReader() {
    return new PolicyReader(new PublicHolidays(environment.clock()));
  }

  /// Tells who is on call.
  public OnCall onCall() {
    return now ->
        settings().find(OnCall.DOCUMENT).map(Settings::document).stream()
            .flatMap(document -> saved(RotationReader.read(Json.read(document))).stream())
            .flatMap(rotation -> rotation.at(now).stream())
            .toList();
  }

  ObserveClocks observeClocks() {
    return observeClocks.get();
  }

  private PolicyCatalog buildPolicies() {
    var reader = policyReader();
    return new CachedPolicies(this::settings, document -> saved(reader.read(Json.read(document))));
  }

  /// What was saved was understood then, and is now.
  private static <T> T saved(Reading<T> reading) {
    return switch (reading) {
      case Reading.Accepted<T>(var value) -> value;
      case Reading.Refused<T>(List<?> faults) ->
          throw new IllegalStateException("The settings cannot be read: " + faults);
    };
  }

  private ObserveClocks buildObserveClocks() {
    return new ObserveClocks(
        aws.clocks(), aws.timerQueue(), policies.get(), aws.resolutionEvents());
  }

  private RaiseLevel buildRaiseLevel() {
    return new RaiseLevel(aws.clocks(), aws.timerQueue(), aws.violationEvents());
  }

  private CheckSlas buildCheckSlas() {
    return new CheckSlas(aws.clocks(), aws.timerQueue(), raiseLevel());
  }
}
