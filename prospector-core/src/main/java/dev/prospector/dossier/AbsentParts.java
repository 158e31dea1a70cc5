package dev.prospector.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * Gives stored records the components that they got since: where a type can say that nothing is
 * known, that is what they are. A fact is unknown, an optional value and what may be null are not
 * there, a list or a map is empty. Anything else is not made up.
 */
final class AbsentParts {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final TypeFactory types;

  AbsentParts(TypeFactory types) {
    this.types = types;
  }

  /** Fills in what a value of the type lacks, and what the values within it lack. */
  void fill(JsonNode node, JavaType type) {
    if (node instanceof ArrayNode array && type.getContentType() != null) {
      array.forEach(element -> fill(element, type.getContentType()));
    } else if (type.isTypeOrSubTypeOf(Optional.class)) {
      fill(node, type.containedTypeOrUnknown(0));
    } else if (node instanceof ObjectNode object) {
      fillObject(object, type);
    }
  }

  private void fillObject(ObjectNode object, JavaType type) {
    if (type.isMapLikeType()) {
      object.forEach(value -> fill(value, type.getContentType()));
    } else if (type.getRawClass().isRecord()) {
      fillRecord(object, type);
    } else {
      form(object, type).ifPresent(form -> fillRecord(object, form));
    }
  }

  private void fillRecord(ObjectNode object, JavaType type) {
    for (RecordComponent part : Objects.requireNonNull(type.getRawClass().getRecordComponents())) {
      String name = name(part);
      JavaType partType = types.resolveMemberType(part.getGenericType(), type.getBindings());
      JsonNode present = object.get(name);
      if (present != null) {
        fill(present, partType);
      } else {
        JsonNode nothing = nothing(part, partType);
        if (nothing != null) {
          object.set(name, nothing);
        }
      }
    }
  }

  private static String name(RecordComponent part) {
    JsonProperty property = part.getAccessor().getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? part.getName() : property.value();
  }

  private static @Nullable JsonNode nothing(RecordComponent part, JavaType type) {
    if (type.isCollectionLikeType()) {
      return NODES.arrayNode();
    } else if (type.isMapLikeType()) {
      return NODES.objectNode();
    } else if (type.isTypeOrSubTypeOf(Optional.class)
        || part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return NODES.nullNode();
    }
    return withoutParts(type.getRawClass());
  }

  /** The form of a sealed type that has no parts, as an unknown fact. */
  private static @Nullable JsonNode withoutParts(Class<?> type) {
    JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
    JsonSubTypes forms = type.getAnnotation(JsonSubTypes.class);
    if (info == null || forms == null) {
      return null;
    }
    for (JsonSubTypes.Type form : forms.value()) {
      RecordComponent[] parts = form.value().getRecordComponents();
      if (parts != null && parts.length == 0) {
        return NODES.objectNode().put(info.property(), form.name());
      }
    }
    return null;
  }

  /** The record that an object of a sealed type is, by the name of its form. */
  private Optional<JavaType> form(ObjectNode object, JavaType type) {
    JsonTypeInfo info = type.getRawClass().getAnnotation(JsonTypeInfo.class);
    JsonSubTypes forms = type.getRawClass().getAnnotation(JsonSubTypes.class);
    if (info == null || forms == null) {
      return Optional.empty();
    }
    String name = object.path(info.property()).asString("");
    for (JsonSubTypes.Type form : forms.value()) {
      if (form.name().equals(name) && form.value().isRecord()) {
        return Optional.of(types.constructSpecializedType(type, form.value()));
      }
    }
    return Optional.empty();
  }
}
