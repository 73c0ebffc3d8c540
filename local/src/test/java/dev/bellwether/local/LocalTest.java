package dev.bellwether.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.engine.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalTest {
  private static final String FIXTURE = "src/test/resources/fixture.yaml";

  @TempDir private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void sample() throws IOException {
    Files.createDirectories(root.resolve("events"));
    Files.writeString(
        root.resolve("events/hello.json"),
        """
        {"rawPath": "/webhooks/github",
         "headers": {"X-GitHub-Event": "push", "x-hub-signature-256": "of another secret"},
         "requestContext": {"http": {"method": "POST"}},
         "body": "Hello, World!", "isBase64Encoded": false}
        """);
  }

  @Test
  void help_names_every_option() {
    assertEquals(Local.DONE, run("--help"));

    for (Option option : Option.values()) {
      assertTrue(out().contains(option.flag()), option.flag());
      assertTrue(out().contains(option.variable()), option.variable());
    }
  }

  @Test
  void a_misuse_ends_with_2_and_says_what_it_is() {
    assertEquals(Local.MISUSED, run("--prot", "1"));

    assertEquals("The flag --prot is unknown; --help shows what there is\n", err());
  }

  /// GitHub's own example of a signature.
  @Test
  void a_sample_is_sent_with_its_headers_and_a_signature_of_our_secret() throws Exception {
    var requests = new LinkedBlockingQueue<String>();
    var server = server(requests, 202);

    var code =
        run(
            "--send=hello.json",
            "--port=" + server.getAddress().getPort(),
            "--webhook-secret=It's a Secret to Everybody");

    server.stop(0);
    assertEquals(Local.DONE, code);
    assertEquals("202 taken\n", out());
    assertEquals(
        "POST /webhooks/github push "
            + "[sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17]"
            + " Hello, World!",
        requests.take());
  }

  @Test
  void a_sample_that_is_not_taken_ends_with_1() throws Exception {
    var server = server(new LinkedBlockingQueue<>(), 401);

    var code = run("--send=hello.json", "--port=" + server.getAddress().getPort());

    server.stop(0);
    assertEquals(Local.FAILED, code);
  }

  @Test
  void a_sample_needs_a_running_instance() throws IOException {
    var port = freePort();

    assertEquals(Local.FAILED, run("--send=hello.json", "--port=" + port));

    assertEquals(
        "Nothing answers at http://127.0.0.1:%d; start it with mvn -Plocal\n".formatted(port),
        err());
  }

  @Test
  void a_taken_port_is_said_before_anything_starts() throws IOException {
    var server = Loopback.server(0);

    var code = run("--template=" + FIXTURE, "--port=" + server.getAddress().getPort());

    server.stop(0);
    assertEquals(Local.FAILED, code);
    assertEquals("The port is taken; choose another with --port or BELLWETHER_PORT\n", err());
  }

  @Test
  void a_data_folder_has_one_instance_at_a_time() throws IOException {
    var data = root.resolve("data");

    try (var _ = DataLock.take(data)) {
      assertEquals(Local.FAILED, run("--template=" + FIXTURE, "--data=" + data));
    }

    assertEquals("The data folder %s is in use by another instance\n".formatted(data), err());
    DataLock.take(data).close();
  }

  @Test
  void a_template_that_is_not_there_is_named() {
    assertEquals(Local.FAILED, run("--template=nowhere.yaml"));

    assertEquals("There is no template nowhere.yaml\n", err());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private int run(String... arguments) {
    return new Local(root, print(out), print(err)).run(List.of(arguments), Map.of());
  }

  private static PrintStream print(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static HttpServer server(BlockingQueue<String> requests, int status) throws IOException {
    var server = Loopback.server(0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            requests.add(
                String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("X-GitHub-Event"),
                    String.valueOf(exchange.getRequestHeaders().get("X-Hub-Signature-256")),
                    new String(body, StandardCharsets.UTF_8)));
            Loopback.answer(
                exchange, status, "text/plain", "taken".getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
    return server;
  }
}
