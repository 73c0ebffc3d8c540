package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.agent.AgentTask.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads what the holder of a task says about it:
///
///     {"fence": 3, "note": "tests are green", "result": {"pull_request": 43}}
public final class TaskReportReader {
  private static final int NOTE = 2000;

  private TaskReportReader() {}

  /// What a holder said.
  public record Said(int fence, State state, String note, Map<String, Object> result) {}

  /// Reads how a holder gets on; `state` is `working`, or `waiting` for somebody else.
  public static Reading<Said> progress(JsonNode document) {
    var faults = new ArrayList<Fault>();
    return reading(document, faults, draft -> progress(draft));
  }

  /// Reads how a holder ends its work.
  public static Reading<Said> end(JsonNode document, State end) {
    var faults = new ArrayList<Fault>();
    return reading(document, faults, draft -> said(draft, end));
  }

  private interface Reader {
    Said read(Draft draft);
  }

  private static Reading<Said> reading(JsonNode document, List<Fault> faults, Reader reader) {
    var said = Draft.of(document, "", faults).map(reader::read);
    return said.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(said.get())
        : new Reading.Refused<>(faults);
  }

  private static Said progress(Draft draft) {
    var names = List.of("working", "waiting");
    var isWaiting = draft.named("state", names).filter("waiting"::equals).isPresent();
    return said(draft, isWaiting ? State.WAITING : State.WORKING);
  }

  private static Said said(Draft draft, State state) {
    draft.require("fence", "the number that came with the task");
    var fence = draft.integer("fence", 1, Integer.MAX_VALUE).orElse(0);
    var note = draft.text("note", NOTE).orElse("");
    var result = draft.map("result").orElse(Map.of());
    draft.refuseOthers();
    return new Said(fence, state, note, result);
  }
}
