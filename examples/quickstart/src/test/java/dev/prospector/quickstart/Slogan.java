package dev.prospector.quickstart;

import dev.prospector.dossier.Section;
import dev.prospector.evidence.Fact;

record Slogan(Fact<String> sentence) {
  static final Section<Slogan> KEY = Section.of("slogan", Slogan.class, 1);
}
