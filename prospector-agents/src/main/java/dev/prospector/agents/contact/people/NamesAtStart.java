package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.postal.States;
import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.Optional;
import java.util.Set;

/** Finds the people whose name begins a line, as in lists of a team. */
final class NamesAtStart {

  private static final String NAME = PersonNames.NAME;

  /** Degrees that schools and bodies give: "Anita Rao BDS MFDS", "Anna Field BSc (Hons)". */
  private static final String DEGREES_BEHIND =
      "(?:,?[ ](?:BA|BSc|BEng|BCom|LLB|MA|MSc|MEng|MBA|MD|PhD|Ph\\.D\\.|DPhil|EdD|DDS|DMD|BDS|MFDS|MJDF|MBBS|MBChB|FRCS|MRCP|DVM|BVSc|MRCVS|RN|RDH|CPA|CFA|CFP|ACA|FCA|ACCA|FCCA|MRICS|FRICS|RIBA|ARB|AIA|CEng|PMP|JD|Esq|DPT|LCSW|LMFT)\\.?(?:[ ]?\\([Hh]ons?\\))?){1,5}";

  /** What follows a name on its line; a hyphen within a name is none. */
  private static final Expression START =
      Expression.of(
          "^[ •·*–-]{0,3}(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Profa|Capt|Sr|Sra|Srta|Dra|Eng|Arq|Lic|Ing|Dipl\\.-\\p{L}{2,4}|Mag|Dott|Dott\\.ssa|Avv|Herr|Frau|Mme|Me|Maître)\\.?[ ]){0,2}("
              + NAME
              + "|"
              + PersonNames.CAPITALS
              + ")(?:"
              + DEGREES_BEHIND
              + ")?(?=$|[ ]?[,|(–:\\t]|[ ]-|-[ ]|[ ]{2})");

  /** A name, and after a space a title alone: "Ann Lee Office Manager". */
  private static final Expression NAME_TITLE =
      Expression.of(
          "^[ •·*–-]{0,3}(\\p{Lu}\\p{Ll}{1,15}(?:[ ]\\p{Lu}\\.)?[ ]\\p{Lu}['’]?\\p{Ll}[\\p{L}'’-]{1,20})[ ](\\p{Lu}[\\p{L} ,&/-]{2,60})$");

  /** Letters behind a name that a school or chamber gives: "Ann Lee, RDH, CKD". */
  private static final Expression LETTERED =
      Expression.of(
          "^[ •·*–-]{0,3}("
              + NAME
              + "),[ ](\\p{Lu}{2,5})(?:(?:,[ ]|[ ][–-][ ])(?:\\p{Lu}{2,5}(?:,[ ]|$|[ ][–-][ ])){0,3}|$)");

  /** Codes of states that are degrees and offices too, and more often so behind a given name. */
  private static final Set<String> DEGREES = Set.of("MA", "MD", "PA");

  /** What a text below a name says of people alone, after the name or what is left of it. */
  private static final Expression LIFE =
      Expression.of(
          "(?iu)(?<![\\p{L}])(?:he|she|his|her|ela|ele|ella|elle|joined|graduated|grew up|was"
              + " born|nasceu|naci[óo]|geboren|formad[oa] em|graduad[oa] em|licenciad[oa]"
              + " en)(?![\\p{L}])");

  /** A date below a name is that of an article, and the name its author's. */
  private static final Expression DATED =
      Expression.of(
          "(?iu)^(?:(?:posted|published|publicado|em)[ ](?:on[ ])?)?(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\p{L}{3,9}\\.?[ ]\\d{1,2}(?:st|nd|rd|th)?,?[ ]\\d{4}|\\d{1,2}[ .](?:de[ ])?\\p{L}{3,9}\\.?[ ](?:de[ ])?\\d{4})");

  private final PeopleFound found;
  private final OrdinaryWords ordinary;

  NamesAtStart(PeopleFound found, OrdinaryWords ordinary) {
    this.found = found;
    this.ordinary = ordinary;
  }

  /** Reads a line and, for the title of who begins it, the next one. */
  void read(Line line, String next) {
    Search start = START.matcher(line.text());
    if (start.find() && PersonNames.mayBe(start.group(1))) {
      begun(line, start, next);
    }
    lettered(line);
    beforeTitle(line);
  }

  /** Returns whether a line begins with a date. */
  static boolean isDate(String line) {
    return DATED.isIn(line);
  }

  private void begun(Line line, Search start, String next) {
    String name = start.group(1);
    String rest =
        line.text().substring(start.end()).replaceFirst("^[ ,|(–:\\t-]+", "").split("\t", 2)[0];
    Optional<String> role = rest.isBlank() ? below(name, next) : Titles.of(rest);
    boolean alone = rest.isBlank() && !isDate(next);
    boolean given = PersonNames.isGiven(name);
    boolean titled = role.filter(r -> given || Titles.isAllOf(r)).isPresent();
    boolean surnamed = (given || titled) && (titled && given || !ordinary.endIn(name));
    if (surnamed && (titled || alone) || alone && isToldOf(name, next)) {
      found.add(name, role, line.place(start.start(1), start.end(1), FoundBy.TEXT));
    }
  }

  /** The title on the next line; a sentence that begins with the name may tell one. */
  private static Optional<String> below(String name, String next) {
    boolean sentence = next.startsWith(firstOf(name));
    Optional<String> told = Titles.told(next);
    // "Welcome to Hayden Outdoors, a partner of ..." is a text about the name, and no title.
    boolean text = next.contains(firstOf(name)) && Titles.beginning(next).isEmpty();
    return sentence || text ? told : Titles.of(next).or(() -> told);
  }

  /** Returns the first word of a name and the space behind it. */
  private static String firstOf(String name) {
    return name.substring(0, name.indexOf(' ') + 1);
  }

  /** The text below a name begins with it, or its first word, and tells a life or a title. */
  private boolean isToldOf(String name, String next) {
    boolean whole = next.startsWith(name + ' ');
    return whole && Titles.told(next).isPresent()
        || (whole || next.startsWith(firstOf(name))) && LIFE.isIn(next) && !ordinary.endIn(name);
  }

  private void lettered(Line line) {
    Search lettered = LETTERED.matcher(line.text());
    if (lettered.find() && isSure(lettered.group(1)) && !isState(lettered.group(2))) {
      add(line, lettered, Optional.empty());
    }
  }

  private void beforeTitle(Line line) {
    Search titled = NAME_TITLE.matcher(line.text());
    if (titled.find() && isSure(titled.group(1)) && Titles.mayFollow(titled.group(2))) {
      add(line, titled, Optional.of(titled.group(2)));
    }
  }

  private static boolean isSure(String name) {
    return PersonNames.isGiven(name) && PersonNames.mayBe(name);
  }

  private void add(Line line, Search name, Optional<String> role) {
    found.add(name.group(1), role, line.place(name.start(1), name.end(1), FoundBy.TEXT));
  }

  /** Behind a comma it tells a town: "Madison, WI". */
  private static boolean isState(String code) {
    return !DEGREES.contains(code) && States.countriesOf(code).contains("US");
  }
}
