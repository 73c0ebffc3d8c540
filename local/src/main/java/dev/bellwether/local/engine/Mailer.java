package dev.bellwether.local.engine;

/// Takes what a topic would mail.
@FunctionalInterface
public interface Mailer {
  /// Takes one e-mail.
  ///
  /// @param topic the name of the topic
  /// @param address whom it goes to
  void mail(String topic, String address, String subject, String text);
}
