package dev.prospector.agents.argument;

import dev.prospector.agents.page.Language;
import dev.prospector.agents.page.LanguageDetector;
import dev.prospector.context.BusinessContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The language in which a business context is written: told from all that it says, since a problem
 * in three words tells none; where that is too little, the language in which it is to be answered.
 */
public final class ContextLanguage {

  private ContextLanguage() {}

  /** Returns the language. */
  public static Language of(BusinessContext context) {
    List<String> all = new ArrayList<>();
    for (BusinessContext.Text text : BusinessContext.Text.values()) {
      all.add(context.text(text));
    }
    for (BusinessContext.Items items : BusinessContext.Items.values()) {
      all.addAll(context.items(items));
    }
    Language told = LanguageDetector.detect(String.join("\n", all), "");
    return told == Language.UNKNOWN ? given(context.language()) : told;
  }

  private static Language given(dev.prospector.context.Language language) {
    return switch (language) {
      case PT_BR -> Language.PORTUGUESE;
      case EN -> Language.ENGLISH;
      case ES -> Language.SPANISH;
    };
  }
}
