package dev.prospector.agents.contact.people;

import dev.prospector.agents.contact.text.FoundBy;
import dev.prospector.agents.contact.text.PageLines.Line;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.List;
import java.util.Optional;

/** Finds the people that a line names anywhere: beside a title, a credential, a verb or alone. */
final class NamesInText {

  private static final String NAME = PersonNames.NAME;
  private static final Expression CREDENTIAL =
      Expression.of(
          "(?<![\\p{L}])("
              + NAME
              + "),?[ ](?:M\\.?D|D\\.?D\\.?S|D\\.?M\\.?D|Ph\\.?D|Esq|CPA|R\\.?N|D\\.?O)\\b");
  private static final Expression DOCTOR =
      Expression.of("(?<![\\p{L}])(?:Dr|Dra|Prof)\\.?[ ](" + NAME + ")");
  private static final Expression IN_TEXT =
      Expression.of("(?<![\\p{L}])(" + NAME + ")(?:,[ ]|[ ][-–|][ ]|[ ]\\()(?=(.{3,60}))");
  private static final Expression RUNNING =
      Expression.of(
          "(?<!\\p{Lu}[\\p{L}'’]{0,15}[ ]|[\\p{L}'’.&-]|&[ ]|\\p{Lu}\\.[ ])(\\p{Lu}\\p{Ll}{1,15}(?:[ ]\\p{Lu}\\.)?"
              + "[ ]\\p{Lu}['’]?\\p{Ll}[\\p{L}'’-]{1,20})(?![\\p{L}-]|['’]s?[ ]\\p{Lu}"
              + "|[ ](?:\\p{Lu}|&|and \\p{Lu}))");
  private static final Expression AFTER_ROLE =
      Expression.of(
          "(?:^|[ ])(\\p{L}[\\p{L} &-]{2,40})(?::[ ]{0,2}|[ ][–—-][ ]|\\t)"
              + "((?:(?:Dra?|Profa?|Herr|Frau|Sra?|Mr|Mrs|Ms|Ing|Eng|Arq|Mgr|Bc"
              + "|Dott|Dott\\.ssa|Mme|M)\\.?[ ])?("
              + NAME
              + "))(?=$|[ ]?[,|(–;\\t-]|\\.(?:[ ]|$)|[ ]\\p{Lu}{2,5}(?![\\p{L}])"
              + "|[ ](?:is|has|was|joined|brings|holds|leads|é|es|ist)[ ])");

  /** Titles and labels of imprints, with or without a colon, and the names that follow. */
  private static final Expression LISTED =
      Expression.of(
          "(?<![\\p{L}])((?i:Gesch[äa]e?ftsf[üu]e?hrer(?:in|innen)?|Inhaber(?:in)?|Inh\\.|Vorstand"
              + "|Ansprechpartner(?:in)?|Vertretungsberechtigte[r]?"
              + "|s[óo]ci[oa][- ]administrador[a]?|s[óo]ci[oa][- ]diretor[a]?|resp(?:\\.|ons[áa]vel)"
              + " t[ée]c(?:\\.|nic[oa])|respons[áa]vel legal|representante legal|responsible person|contact"
              + " person|managing directors?|directors?|diretor[a]?(?: geral| executiv[oa]|"
              + " comercial)?|administrador[ea]?s?|propriet[áa]ri[oa]|fundador(?:a|es)?"
              + "|g[ée]rante?|directeur"
              + " de la publication|amministratore(?: unico|"
              + " delegato)?|titolare|titular|zaakvoerder|eigenaar))[ ]?(?::[ ]{0,2}|(?<=(?i:hrer|hrerin|inhaber|inhaberin|inh\\.)[ ]?))((?:(?:Dra?|Profa?|Herr|Frau|Sra?|Mr|Mrs|Ms|Ing|Eng|Dipl\\.-Ing)\\.?[ ]){0,2}"
              + NAME
              + "(?:(?:,[ ]|[ ](?:und|and|e|y|et|&|/)[ ])"
              + NAME
              + "){0,4})");

  private static final Expression EACH_NAME = Expression.of("(?<![\\p{L}.'’-])" + NAME);

  /** A line of a title and a name alone: "Owner Isabella Marsh". */
  private static final Expression TITLE_AND_NAME =
      Expression.of("^(\\p{Lu}[\\p{L} -]{2,30}?)[ ](" + NAME + ")[.]?$");

  /** "Ann Lee and Tom Moss": two names make a pair of people sure. */
  private static final Expression PAIR =
      Expression.of(
          "(?<![\\p{L}'’.&-])("
              + NAME
              + ")[ ](?:and|&|e|y|und|et)[ ]("
              + NAME
              + ")(?![\\p{L}-]|[ ]\\p{Lu})");

  private static final Expression WRITTEN_BY =
      Expression.of("(?iu)(?<![\\p{L}])(?:by|por|von|par)[ ]$");

  /** The end of a sentence or quotation before the name of who said it. */
  private static final Expression END_OF_SPEECH =
      Expression.of("[.!?…”\"»]['’]?[ ]{0,3}[–—-]?[ ]{0,2}$");

  /** A town before its state, "Goleta Hills, CA". */
  private static final Expression STATE = Expression.of("^,[ ][A-Z]{2}(?![\\p{L}])");

  /** A row of a programme: artists and guests are not of the company. */
  private static final Expression EVENT = Expression.of("\\t.{0,80}\\d{1,2}:\\d{2}");

  /** A state's code behind a town, or a postal code. */
  private static final Expression ADDRESS =
      Expression.of(
          "\\p{L} ?[/-] ?[A-Z]{2}(?![\\p{L}])|(?<!\\d)\\d{2}\\.?\\d{3}-\\d{3}|(?<!\\d)\\d{5}(?!\\d)");

  private static final int REACH = 12;

  private final PeopleFound found;
  private final OrdinaryWords ordinary;
  private final boolean company;

  private NamesInText(PeopleFound found, OrdinaryWords ordinary, boolean company) {
    this.found = found;
    this.ordinary = ordinary;
    this.company = company;
  }

  /** Begins to read what a company says; authors and people that it quotes are not its own. */
  static NamesInText ofTheCompany(PeopleFound found, OrdinaryWords ordinary) {
    return new NamesInText(found, ordinary, true);
  }

  /** Begins to read what other people say. */
  static NamesInText ofOthers(PeopleFound found, OrdinaryWords ordinary) {
    return new NamesInText(found, ordinary, false);
  }

  /** Reads a line; a date on the next one is that of an article. */
  void read(Line line, String next) {
    credentials(line);
    running(line, next);
    pairs(line);
    listed(line);
    beforeTitle(line);
    afterTitle(line);
    behindTitle(line);
  }

  private void behindTitle(Line line) {
    Search titled = TITLE_AND_NAME.matcher(line.text());
    boolean person =
        titled.find()
            && Titles.isAllOf(titled.group(1))
            && PersonNames.isGiven(titled.group(2))
            && PersonNames.mayBe(titled.group(2));
    if (person) {
      add(line, titled, 2, Optional.of(titled.group(1)));
    }
  }

  /** Names beside a credential or a doctor's title. */
  private void credentials(Line line) {
    for (Expression pattern : List.of(CREDENTIAL, DOCTOR)) {
      Search name = pattern.matcher(line.text());
      while (name.find()) {
        boolean street = StreetNames.around(line.text(), name.start(), name.end(1));
        boolean others = OthersNames.around(line.text(), name.start(), name.end(1));
        if (PersonNames.mayBe(name.group(1)) && !street && !others) {
          add(line, name, 1, Optional.empty());
        }
      }
    }
  }

  private void running(Line line, String next) {
    if (EVENT.isIn(line.text()) || NamesAtStart.isDate(next)) {
      return;
    }
    Search name = RUNNING.matcher(line.text());
    while (name.find()) {
      if (isPerson(line, name, 1) && !isQuoted(line, name)) {
        add(line, name, 1, Optional.empty());
      }
    }
  }

  private void pairs(Line line) {
    Search pair = PAIR.matcher(line.text());
    while (pair.find()) {
      if (isPerson(line, pair, 1) && isPerson(line, pair, 2)) {
        add(line, pair, 1, Optional.empty());
        add(line, pair, 2, Optional.empty());
      }
    }
  }

  /** Tells whether words without a title are a name by themselves. */
  private boolean isPerson(Line line, Search name, int group) {
    String words = name.group(group);
    return PersonNames.isGiven(words)
        && PersonNames.mayBe(words)
        && !StreetNames.around(line.text(), name.start(group), name.end(group))
        && !OthersNames.around(line.text(), name.start(group), name.end(group))
        && !STATE.isIn(line.text().substring(name.end(group)))
        && !isPlace(line.text(), name.start(group), name.end(group))
        && !ordinary.endIn(words);
  }

  /**
   * "zona rural, <b>Monte Verde</b>, Camanducaia/MG, CEP 37653-000": between commas of an address.
   */
  private static boolean isPlace(String line, int start, int end) {
    boolean between = line.startsWith(", ", Math.max(0, start - 2)) && line.startsWith(",", end);
    return between && ADDRESS.isIn(line.substring(end));
  }

  /** "I seek not, I find. Pablo Picasso": who is quoted at the end of a line, or wrote a text. */
  private boolean isQuoted(Line line, Search name) {
    String before = line.text().substring(Math.max(0, name.start(1) - REACH), name.start(1));
    boolean last = line.text().substring(name.end(1)).isBlank();
    return company && (WRITTEN_BY.isIn(before) || last && END_OF_SPEECH.isIn(before));
  }

  /** Names behind a title that an imprint gives them: "Geschäftsführer A und B". */
  private void listed(Line line) {
    Search list = LISTED.matcher(line.text());
    while (list.find()) {
      Search name = EACH_NAME.matcher(line.text()).region(list.start(2), list.end());
      while (name.find()) {
        boolean firm = OrganizationWords.hasForm(line.text().substring(name.end()));
        if (PersonNames.mayBe(name.group()) && !firm) {
          add(line, name, 0, label(list.group(1).strip()));
        }
      }
    }
  }

  /** "Contact person" announces a name and is no title. */
  private static Optional<String> label(String label) {
    return Titles.isIn(label) ? Optional.of(label) : Optional.empty();
  }

  private void beforeTitle(Line line) {
    Search name = IN_TEXT.matcher(line.text());
    while (name.find()) {
      Optional<String> role = Titles.beginning(name.group(2));
      boolean person = PersonNames.mayBe(name.group(1)) && PersonNames.isGiven(name.group(1));
      if (role.isPresent() && person) {
        add(line, name, 1, role);
      }
    }
  }

  private void afterTitle(Line line) {
    Search name = AFTER_ROLE.matcher(line.text());
    while (name.find()) {
      if (isAnnounced(name)) {
        add(line, name, 3, Optional.of(name.group(1).strip()));
      }
    }
  }

  /** A colon announces any name; a dash or a cell only one that the given name tells. */
  private static boolean isAnnounced(Search after) {
    boolean colon = after.group().indexOf(':') > 0;
    return Titles.isIn(after.group(1))
        && PersonNames.mayBe(after.group(3))
        && (colon || PersonNames.isGiven(after.group(3)) && Titles.of(after.group(1)).isPresent());
  }

  private void add(Line line, Search name, int group, Optional<String> role) {
    found.add(
        name.group(group), role, line.place(name.start(group), name.end(group), FoundBy.TEXT));
  }
}
