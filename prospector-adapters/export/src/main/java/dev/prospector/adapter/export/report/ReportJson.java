package dev.prospector.adapter.export.report;

import dev.prospector.adapter.export.internal.ControlCharacters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON that can stand inside of a script element: no {@code <} in it, so that nothing in a page or
 * a list can end the element or begin another. Control characters in texts are shown as pictures.
 */
final class ReportJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(String.class, new SeenText()))
          .build();

  private ReportJson() {}

  static String of(Object plain) {
    return JSON.writeValueAsString(plain)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static final class SeenText extends StdSerializer<String> {

    SeenText() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializationContext context) {
      json.writeString(ControlCharacters.pictured(text));
    }
  }
}
