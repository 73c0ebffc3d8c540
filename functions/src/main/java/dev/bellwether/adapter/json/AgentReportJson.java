package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.AgentReport;
import dev.bellwether.domain.agent.AgentReport.Spread;
import dev.bellwether.domain.isolation.PushActivity.Compliance;

/// Writes how agents have done; every number with how many it was made of.
public final class AgentReportJson {
  private AgentReportJson() {}

  /// Writes a report; what nothing is known of is left out.
  public static ObjectNode write(String agent, AgentReport report, Compliance compliance) {
    var json = Json.object();
    json.put("agent_name", agent);
    json.put("reports", report.reports());
    json.put("tasks_done", report.done());
    json.put("tasks_failed", report.failed());
    report.successRate().ifPresent(rate -> json.put("success_rate", rate));
    put(json.putObject("completion_seconds"), report.completion());
    put(json.putObject("response_seconds"), report.response());
    json.putObject("isolation")
        .put("pushes", compliance.pushes())
        .put("clean", compliance.clean())
        .put("share", compliance.share());
    return json;
  }

  private static void put(ObjectNode json, Spread spread) {
    json.put("count", spread.count());
    spread.p50().ifPresent(p -> json.put("p50", Fields.seconds(p)));
    spread.p95().ifPresent(p -> json.put("p95", Fields.seconds(p)));
  }
}
