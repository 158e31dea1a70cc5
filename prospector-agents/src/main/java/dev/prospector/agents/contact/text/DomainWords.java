package dev.prospector.agents.contact.text;

import java.util.Collection;

/** How much of a domain's name words spell: "prisma" is six letters of "contabilprisma". */
public final class DomainWords {

  private DomainWords() {}

  /**
   * Returns how many letters of a domain's name words spell, each word counted once.
   *
   * @param words in small letters without accents; those that the name does not hold count nothing
   */
  public static int spelt(String domain, Collection<String> words) {
    return words.stream().distinct().filter(domain::contains).mapToInt(String::length).sum();
  }
}
