package dev.bellwether.local.template;

import java.util.List;

/// An SNS topic with the addresses that are mailed.
public record Topic(String id, String name, String arn, List<String> addresses) {
  public Topic {
    addresses = List.copyOf(addresses);
  }
}
