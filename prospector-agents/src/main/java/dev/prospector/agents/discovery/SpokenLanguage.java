package dev.prospector.agents.discovery;

import dev.prospector.agents.page.Language;

/** The language of a business context, as texts are read in it. */
final class SpokenLanguage {

  private SpokenLanguage() {}

  static Language of(dev.prospector.context.Language language) {
    return switch (language) {
      case PT_BR -> Language.PORTUGUESE;
      case ES -> Language.SPANISH;
      case EN -> Language.ENGLISH;
    };
  }
}
