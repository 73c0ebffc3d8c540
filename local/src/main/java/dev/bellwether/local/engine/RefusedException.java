package dev.bellwether.local.engine;

/// A call that AWS would refuse too, or that the stand-in does not know.
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String reason;

  RefusedException(String code, String reason) {
    super(code + ": " + reason);
    this.code = code;
    this.reason = reason;
  }

  static RefusedException unknown(String operation) {
    return new RefusedException(
        "UnknownOperationException", "local mode does not know the operation " + operation);
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
