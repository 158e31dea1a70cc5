package dev.prospector.adapter.imports;

import dev.prospector.lead.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people named in a row. */
final class RowPeople {

  private static final int MOST = 20;

  /** {@code Ana Lima <ana@example.com>}, as mail programs write it. */
  private static final Pattern MAILBOX =
      Pattern.compile("\"?([^<>\"@;,]{2,80}?)\"?\\s{0,3}<([^<>\\s@]{1,64}@[^<>\\s@]{1,190})>");

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>;,@\"()]{1,64}@[^\\s<>;,@\"()]{1,190}");

  private final List<Person> people = new ArrayList<>();

  private RowPeople() {}

  /**
   * Returns the people of a row, each once.
   *
   * @param main the person named in its columns; the parts may be empty
   * @param mails the cells that hold addresses
   */
  static List<Person> of(Person main, List<String> mails) {
    RowPeople found = new RowPeople();
    if (RowIdentity.isName(main.name())) {
      found.people.add(main);
    }
    for (String cell : mails) {
      Matcher mailbox = MAILBOX.matcher(cell.length() > 4000 ? cell.substring(0, 4000) : cell);
      while (mailbox.find()) {
        found.add(new Person(mailbox.group(1).strip(), "", mailbox.group(2), ""));
      }
    }
    return List.copyOf(found.people);
  }

  /** Returns the first address of a cell; empty if there is none. */
  static String firstAddress(String cell) {
    Matcher address = ADDRESS.matcher(cell.length() > 4000 ? cell.substring(0, 4000) : cell);
    return address.find() ? address.group() : "";
  }

  /** Returns both lists as one, each person once. */
  static List<Person> joined(List<Person> one, List<Person> other) {
    RowPeople joined = new RowPeople();
    one.forEach(joined::add);
    other.forEach(joined::add);
    return List.copyOf(joined.people);
  }

  private void add(Person person) {
    if (!RowIdentity.isName(person.name()) || people.size() >= MOST) {
      return;
    }
    for (int i = 0; i < people.size(); i++) {
      Person known = people.get(i);
      if (known.name().toLowerCase(Locale.ROOT).equals(person.name().toLowerCase(Locale.ROOT))) {
        people.set(
            i,
            new Person(
                known.name(),
                either(known.role(), person.role()),
                either(known.email(), person.email()),
                either(known.phone(), person.phone())));
        return;
      }
    }
    people.add(person);
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
