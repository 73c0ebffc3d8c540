package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.DeliveryJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.SimulationJson;
import dev.bellwether.adapter.json.SimulationReader;
import dev.bellwether.adapter.json.SimulationReader.Asked;
import dev.bellwether.adapter.json.SimulationReader.On;
import dev.bellwether.adapter.json.SimulationReader.Which;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Simulation.Verdict;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.function.Answer;
import dev.bellwether.function.SimulationWiring;
import dev.bellwether.usecase.ExplainDelivery;
import dev.bellwether.usecase.Simulate;
import dev.bellwether.usecase.SimulatePast;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.WorkflowStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Tells what would happen, what would have, and why something did not. Does none of it.
final class SimulationRoutes {
  private static final String WORKFLOW = "workflow";

  private static final String UNSEEN = "No delivery that you see has this id";

  private final WorkflowStore workflows;
  private final DeliveryStore deliveries;
  private final SimulationReader reader;
  private final Simulating simulating;
  private final InstantSource clock;

  /// What simulates.
  record Simulating(Simulate simulate, SimulatePast past, ExplainDelivery explain) {
    static Simulating of(SimulationWiring wiring) {
      return new Simulating(wiring.simulate(), wiring.past(), wiring.explain());
    }
  }

  SimulationRoutes(
      WorkflowStore workflows,
      DeliveryStore deliveries,
      SimulationReader reader,
      Simulating simulating,
      InstantSource clock) {
    this.workflows = workflows;
    this.deliveries = deliveries;
    this.reader = reader;
    this.simulating = simulating;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "POST",
            "/v1/workflows/simulate",
            Needs.READ,
            (request, none) -> Document.in(request, d -> simulate(request.principal(), d))),
        Route.of("POST", "/v1/deliveries/{}/explain", Needs.READ, this::explain)
            .about(id -> deliveries.find(id).flatMap(Delivery::repository)));
  }

  private APIGatewayV2HTTPResponse simulate(Principal who, JsonNode document) {
    return switch (reader.read(document)) {
      case Reading.Refused<Asked>(var faults) ->
          Answer.invalid("The request is not valid; nothing was simulated", faults);
      case Reading.Accepted<Asked>(var asked) ->
          workflow(asked.which())
              .map(workflow -> simulate(who, workflow, asked.on()))
              .orElseGet(() -> Router.notFound("No workflow has this id"));
    };
  }

  private boolean sees(Principal who, String delivery) {
    return deliveries.find(delivery).filter(found -> found.isSeenBy(who)).isPresent()
        || !who.isLimited();
  }

  private Optional<Workflow> workflow(Which which) {
    return switch (which) {
      case Which.Saved(var id) -> workflows.find(id);
      case Which.Written(var workflow) -> Optional.of(workflow);
    };
  }

  private APIGatewayV2HTTPResponse simulate(Principal who, Workflow workflow, On on) {
    return switch (on) {
      case On.Payload(var event, var body) ->
          answer(workflow, new Simulate.Given.Payload(event, body));
      case On.Delivered(var id) when !sees(who, id) -> Router.notFound(UNSEEN);
      case On.Delivered(var id) -> answer(workflow, new Simulate.Given.Delivered(id));
      case On.Past past -> answer(who, workflow, past);
    };
  }

  private APIGatewayV2HTTPResponse answer(Workflow workflow, Simulate.Given given) {
    return switch (simulating.simulate().of(workflow, given, clock.instant())) {
      case Simulate.Result.Judged(var simulation) ->
          Answer.json(200, SimulationJson.write(simulation));
      case Simulate.Result.Nothing(var because) ->
          Answer.problem(422, "Nothing to simulate", because);
    };
  }

  private APIGatewayV2HTTPResponse answer(Principal who, Workflow workflow, On.Past asked) {
    var result =
        simulating
            .past()
            .over(workflow, d -> d.isSeenBy(who), asked.back(), asked.limit(), clock.instant());
    var json = Json.object();
    json.put("judged", result.judged());
    json.put("would_fire", result.past().stream().filter(SimulationRoutes::wouldFire).count());
    json.put("did_fire", result.past().stream().filter(SimulatePast.Past::didFire).count());
    json.putArray("items").addAll(result.past().stream().map(SimulationRoutes::item).toList());
    return Answer.json(200, json);
  }

  private static boolean wouldFire(SimulatePast.Past past) {
    return past.simulation().verdict() == Verdict.FIRES;
  }

  private static ObjectNode item(SimulatePast.Past past) {
    var json = DeliveryJson.write(past.delivery());
    json.remove(List.of("decisions", "facts", "triggers", "occurred_at"));
    json.put("did_fire", past.didFire());
    json.set("simulation", SimulationJson.write(past.simulation()));
    return json;
  }

  private APIGatewayV2HTTPResponse explain(ApiRequest request, String delivery) {
    var workflow = request.query().getOrDefault(WORKFLOW, "");
    if (!WorkflowId.isValid(workflow)) {
      return Page.refused("workflow must be the id of one");
    }
    return switch (simulating.explain().of(delivery, new WorkflowId(workflow))) {
      case ExplainDelivery.Result.Decided(var decision) ->
          Answer.json(200, DeliveryJson.write(decision).put("recomputed", false));
      case ExplainDelivery.Result.Recomputed(var simulation) ->
          Answer.json(200, SimulationJson.write(simulation).put("recomputed", true));
      case ExplainDelivery.Result.Nothing(var because) -> Router.notFound(because);
    };
  }
}
