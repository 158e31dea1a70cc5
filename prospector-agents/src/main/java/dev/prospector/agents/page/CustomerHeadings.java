package dev.prospector.agents.page;

import dev.prospector.agents.page.layout.LineRoles;

/** Tells headings under which a company shows its customers. */
public final class CustomerHeadings {

  private CustomerHeadings() {}

  /** Returns whether a line is such a heading and nothing else, such as "Our clients". */
  public static boolean isOne(String line) {
    return LineRoles.isCustomersHeading(line);
  }
}
