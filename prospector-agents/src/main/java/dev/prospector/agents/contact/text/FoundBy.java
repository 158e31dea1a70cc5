package dev.prospector.agents.contact.text;

/** How a contact detail was found at one place, from the most to the least reliable. */
public enum FoundBy {
  /** The target of a link such as {@code mailto:}, {@code tel:} or a profile's address. */
  LINK,
  /** An entry of the page's structured data or meta entries. */
  STRUCTURED,
  /** Written out in the text. */
  TEXT,
  /** Written in the text in a form meant to be hard to collect, such as "name [at] host". */
  DEOBFUSCATED,
  /** Written only in part; the rest, such as an area code, was concluded from the surroundings. */
  INFERRED
}
