package dev.prospector.agents.page.layout;

/**
 * One line of visible text.
 *
 * @param text the text, without leading or trailing white space
 * @param linkChars how many of its characters lie within links
 * @param box the innermost block element around it
 */
public record Line(String text, int linkChars, Box box) {

  int plainChars() {
    return text.length() - linkChars;
  }

  boolean mostlyLinks() {
    return linkChars * 2 > text.length();
  }

  boolean heading() {
    return Tags.heading(box.element());
  }
}
