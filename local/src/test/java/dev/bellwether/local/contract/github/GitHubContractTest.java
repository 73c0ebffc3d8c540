package dev.bellwether.local.contract.github;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.sandbox.Call;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubContractTest {
  private final Consumer<Call> validator = GitHubContract.validator();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST | /repos/o/r/pulls/1/requested_reviewers | {'reviewers': ['a']} | 201",
        "POST | /repos/o/r/pulls/1/requested_reviewers | {'team_reviewers': ['a']} | 201",
        "POST | /repos/o/r/issues/1/labels | {'labels': ['status: ready_for_review']} | 200",
        "DELETE | /repos/o/r/issues/1/labels/status%3A%20ready | - | 200",
        "GET | /repos/o/r/branches/feature/with/slashes | - | 200",
        "GET | /repos/o/r/contents/.github/CODEOWNERS?ref=main | - | 404",
        "GET | /repos/o/r/commits/feature/x/status | - | 200",
        "POST | /repos/o/r/check-runs | {'name': 'n', 'head_sha': 'a', 'status': 'queued'} | 201",
        "POST | /repos/o/r/actions/workflows/a.yml/dispatches | {'ref': 'main'} | 204",
        "POST | /repos/o/r/actions/runs/1/rerun-failed-jobs | - | 201",
        "POST | /graphql | {'query': 'query A { a }', 'variables': {'b': 1}} | 200",
        "DELETE | /repos/o/r/git/refs/heads/feature/x | - | 204",
      })
  void a_call_as_described_passes(String method, String path, String body, int status) {
    assertDoesNotThrow(() -> check(method, path, body, status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "unknown key | POST | /repos/o/r/pulls/1/requested_reviewers | {'reviewer': ['a']} | 201",
        "unknown key | POST | /repos/o/r/issues | {'title': 't', 'labeled': ['a']} | 201",
        "unknown key | POST | /repos/o/r/statuses/abc | {'state': 'success', 'text': 'x'} | 201",
        "wrong type | POST | /repos/o/r/issues/1/labels | {'labels': 'bug'} | 200",
        "wrong type | POST | /repos/o/r/issues/1/comments | {'body': 7} | 201",
        "wrong type | POST | /repos/o/r/statuses/abc | {'state': 'done'} | 201",
        "wrong type | GET | /repos/o/r/issues?per_page=all | - | 200",
        "missing key | POST | /repos/o/r/issues | {'body': 'b'} | 201",
        "wrong path | POST | /repos/o/r/issues/1/label | {'labels': ['bug']} | 200",
        "wrong path | PUT | /repos/o/r/pulls/1/requested_reviewers | {'reviewers': ['a']} | 200",
        "wrong path | GET | /repos/o/r/issues/first | - | 200",
        "wrong status | POST | /repos/o/r/issues | {'title': 't'} | 200",
        "nobody named | POST | /repos/o/r/pulls/1/requested_reviewers | {'reviewers': []} | 201",
        "unknown key | POST | /repos/o/r/actions/workflows/a.yml/dispatches | {'branch': 'm'} |"
            + " 204",
        "wrong status | POST | /repos/o/r/actions/runs/1/rerun-failed-jobs | - | 200",
        "wrong path | POST | /repos/o/r/actions/runs/first/rerun-failed-jobs | - | 201",
        "unknown key | POST | /graphql | {'query': 'query A { a }', 'input': {}} | 200",
        "no conclusion | PATCH | /repos/o/r/check-runs/1 | {'status': 'completed'} | 200",
      })
  void a_call_not_as_described_fails(
      String fault, String method, String path, String body, int status) {
    var failure =
        assertThrows(AssertionError.class, () -> check(method, path, body, status), fault);

    var message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith(method + " " + path), message);
  }

  private void check(String method, String path, String body, int status) {
    var sent = body.equals("-") ? "" : body.replace('\'', '"');
    validator.accept(new Call(Instant.EPOCH, method, path, sent, status, "", true));
  }
}
