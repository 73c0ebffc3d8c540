package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.FilesReader;
import dev.bellwether.adapter.json.IsolationJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.DeclareFiles;
import java.time.InstantSource;
import java.util.List;

/// Tells an agent which files others touch, and takes in what it is about to touch itself: where it
/// names a branch.
final class FileRoutes {
  private final DeclareFiles declareFiles;
  private final InstantSource clock;

  FileRoutes(DeclareFiles declareFiles, InstantSource clock) {
    this.declareFiles = declareFiles;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "POST",
            "/v1/agents/{}/files",
            Needs.REPORT,
            (request, agent) -> Document.in(request, d -> files(request, agent, d))));
  }

  private APIGatewayV2HTTPResponse files(ApiRequest request, String agent, JsonNode document) {
    if (!AgentProfileRoutes.isItself(request.principal(), agent)) {
      return AgentProfileRoutes.notItself(request.principal());
    }
    return switch (FilesReader.read(document, agent)) {
      case Reading.Refused<FilesReader.Asked>(var faults) ->
          Answer.invalid("The request is not valid; nothing was declared", faults);
      case Reading.Accepted<FilesReader.Asked>(var asked)
          when !request.sees(asked.files().repository()) ->
          Answer.problem(403, "Forbidden", "You are limited to other repositories");
      case Reading.Accepted<FilesReader.Asked>(var asked) -> answer(asked);
    };
  }

  private APIGatewayV2HTTPResponse answer(FilesReader.Asked asked) {
    if (asked.branch().isEmpty()) {
      return held(declareFiles.heldByOthers(asked.files()));
    }
    return switch (declareFiles.declare(asked.files(), asked.branch().get(), clock.instant())) {
      case DeclareFiles.Result.Declared(var held) -> held(held);
      case DeclareFiles.Result.NotYours(var owner) ->
          Answer.problem(409, "Another agent's branch", "The branch is of " + owner);
    };
  }

  private static APIGatewayV2HTTPResponse held(List<DeclareFiles.Held> held) {
    var json = Json.object();
    json.putArray("held").addAll(held.stream().map(FileRoutes::json).toList());
    return Answer.json(200, json);
  }

  private static JsonNode json(DeclareFiles.Held held) {
    return IsolationJson.write(held.branch(), held.agent(), held.files());
  }
}
