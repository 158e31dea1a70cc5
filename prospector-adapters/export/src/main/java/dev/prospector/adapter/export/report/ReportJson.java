package dev.prospector.adapter.export.report;

import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that can stand inside of a script element: no {@code <} in it, so that nothing in a page or
 * a list can end the element or begin another.
 */
final class ReportJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  static String of(Object plain) {
    return JSON.writeValueAsString(plain)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
