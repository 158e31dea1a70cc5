package dev.prospector.agents.contact.postal;

import dev.prospector.agents.contact.postal.AddressPart.Kind;
import dev.prospector.agents.contact.postal.AddressScanner.Part;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.ArrayList;
import java.util.List;

/** Parts of an address that a label announces: "Estado: PR", "Cidade: Curitiba". */
final class LabelledParts {

  private static final Expression STATE =
      Expression.of(
          "(?<![\\p{L}])(?i:estado|uf|state|provincia|bundesland)[ ]?:[ ]{0,2}([A-Z]{2}(?![\\p{L}])|\\p{Lu}[\\p{L}]{2,20}(?:[ ](?:d[aeo]s?[ ])?\\p{Lu}\\p{L}{2,20}){0,2})");

  /** "Limeira, <b>Estado de</b> São Paulo": the state, and the town before it. */
  private static final Expression STATE_OF =
      Expression.of(
          "(\\p{Lu}\\p{L}{1,24}(?:[ ](?:d[aeo]s?[ ])?\\p{Lu}\\p{L}{1,24}){0,3})[ ]?(?:,|[-–])[ ]?Estado d[aeo] (\\p{Lu}\\p{L}{2,20}(?:[ ](?:d[aeo][ ])?\\p{Lu}\\p{L}{2,20}){0,2})");

  private LabelledParts() {}

  static List<Part> find(String text) {
    List<Part> parts = new ArrayList<>();
    Search state = STATE.matcher(text);
    while (state.find() && parts.size() < AddressScanner.MAX_PARTS) {
      String name = state.group(1);
      if (!States.countriesOf(name).isEmpty() || States.named(name).isPresent()) {
        parts.add(new Part(Kind.STATE, state.start(1), state.end(1)));
      }
    }
    stateOf(text, parts);
    return parts;
  }

  private static void stateOf(String text, List<Part> parts) {
    Search state = STATE_OF.matcher(text);
    while (state.find() && parts.size() < AddressScanner.MAX_PARTS) {
      String town = state.group(1);
      if (States.named(state.group(2)).isPresent() && BrazilianAreaCodes.isCity(town)) {
        parts.add(new Part(Kind.CITY, state.start(1), state.end(1)));
        parts.add(new Part(Kind.STATE, state.start(2), state.end(2)));
      }
    }
  }
}
