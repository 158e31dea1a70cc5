package dev.prospector.agents.structured.syntax;

import java.util.ArrayList;
import java.util.List;

/** The words of an attribute that holds a list separated by white space. */
final class Words {

  private Words() {}

  static List<String> of(String attribute) {
    if (attribute.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>(4);
    int start = -1;
    for (int i = 0; i <= attribute.length(); i++) {
      boolean blank = i == attribute.length() || Character.isWhitespace(attribute.charAt(i));
      if (blank && start >= 0) {
        words.add(attribute.substring(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
