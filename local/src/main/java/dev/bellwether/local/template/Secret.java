package dev.bellwether.local.template;

/// A secret of Secrets Manager; what it holds never stands in a template.
public record Secret(String id, String name, String arn) {}
