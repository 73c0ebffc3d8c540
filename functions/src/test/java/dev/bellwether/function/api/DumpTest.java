package dev.bellwether.function.api;

import dev.bellwether.adapter.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DumpTest {
  @Test
  void dump() throws Exception {
    var out = new StringBuilder();
    for (var route : Inhabited.client().api().routes()) {
      var client = Inhabited.client();
      var path =
          route
              .path()
              .replace("versions/{}", "versions/2")
              .replace("{}", Inhabited.idFor(client, route));
      if (path.contains("explain")) path += "?workflow=review";
      var body = route.method().equals("GET") || route.method().equals("DELETE") ? null : "{}";
      var a = client.send(route.method(), path, body);
      out.append("## ")
          .append(route.method())
          .append(" ")
          .append(path)
          .append(" ")
          .append(route.needs())
          .append(" ")
          .append(a.getStatusCode())
          .append("\n")
          .append(a.getBody() == null ? "" : Json.read(a.getBody()).toPrettyString())
          .append("\n");
    }
    java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/dump.txt"), out);
  }
}
