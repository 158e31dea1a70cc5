package dev.prospector.spring.internal;

/** What a property takes, in words. */
final class WantedKind {

  private WantedKind() {}

  /** Returns it for a simple name of a type. */
  static String of(String type) {
    return switch (type) {
      case "int", "Integer", "long", "Long" -> "a whole number in range";
      case "boolean", "Boolean" -> "true or false";
      case "Duration" -> "a duration, such as 30s or 5m";
      default -> "a value of type " + type;
    };
  }
}
