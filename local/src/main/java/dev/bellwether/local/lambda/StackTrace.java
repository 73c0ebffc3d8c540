package dev.bellwether.local.lambda;

import java.io.PrintWriter;
import java.io.StringWriter;

/// The stack trace of an exception as text.
final class StackTrace {
  private StackTrace() {}

  static String of(Throwable throwable) {
    var text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
