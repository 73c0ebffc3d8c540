package dev.bellwether.local.template;

/// The template holds something that local mode does not do; the message says where and what.
public final class UnsupportedTemplateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// Refuses the construct at a path such as `Resources.ActionQueue.Properties.FifoQueue`.
  public UnsupportedTemplateException(String path, String why) {
    super("%s: %s".formatted(path, why));
  }
}
