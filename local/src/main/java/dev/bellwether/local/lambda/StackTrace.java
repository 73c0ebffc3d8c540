package dev.bellwether.local.lambda;

import java.io.PrintWriter;
import java.io.StringWriter;

/// The stack trace of an exception as text: it is part of the answer that Lambda gives for a
/// function that broke, and is printed into that and nowhere else.
final class StackTrace {
  private StackTrace() {}

  static String of(Throwable throwable) {
    var text = new StringWriter();
    throwable.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
