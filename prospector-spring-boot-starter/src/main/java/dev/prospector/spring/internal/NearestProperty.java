package dev.prospector.spring.internal;

import dev.prospector.error.NearestName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** Which property somebody may have meant who wrote one that there is not. */
final class NearestProperty {

  private static final List<String> NAMES = new ArrayList<>();

  static {
    collect("prospector", ProspectorProperties.class);
  }

  private NearestProperty() {}

  private static void collect(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
      if (component.getType().isRecord()) {
        collect(name, component.getType());
      } else {
        NAMES.add(name);
      }
    }
  }

  /** Returns the sentence about a property that there is not. */
  static String unknown(String name) {
    return NearestName.unknown("property", name, NAMES);
  }
}
