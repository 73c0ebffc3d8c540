package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.domain.workflow.CronExpression.Parsed;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {
  @TestFactory
  Stream<DynamicTest> is_due_next_as_the_cases_say() throws IOException {
    try (var in = getClass().getResourceAsStream("/cases/schedules/cron.json")) {
      var rows = new ObjectMapper().readTree(in);
      return StreamSupport.stream(rows.spliterator(), false)
          .skip(1)
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row.toString(),
                      () ->
                          assertEquals(
                              Optional.of(Instant.parse(row.get(3).asText())),
                              good(row.get(0).asText())
                                  .nextAfter(
                                      Instant.parse(row.get(2).asText()),
                                      ZoneId.of(row.get(1).asText())))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * *|five fields",
        "60 9 * * *|minute (0-59) cannot be '60'",
        "0 24 * * *|hour (0-23) cannot be '24'",
        "0 9 0 * *|day of month (1-31) cannot be '0'",
        "0 9 * foo *|month (1-12) cannot be 'foo'",
        "0 9 * * 8|day of week (0-7) cannot be '8'",
        "0 18-9 * * *|hour (0-23) cannot be '18-9'",
        "*/0 * * * *|minute (0-59) cannot be '*/0'",
        "0 9 L * *|day of month (1-31) cannot be 'L'",
        "0 0 30 2 *|never due"
      })
  void says_which_field_is_wrong(String text, String because) {
    var faulty = assertInstanceOf(Parsed.Faulty.class, CronExpression.parse(text));

    assertTrue(faulty.because().contains(because), faulty.because());
  }

  private static CronExpression good(String text) {
    return assertInstanceOf(Parsed.Good.class, CronExpression.parse(text)).expression();
  }
}
