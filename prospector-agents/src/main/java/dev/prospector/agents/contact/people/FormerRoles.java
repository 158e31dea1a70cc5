package dev.prospector.agents.contact.people;

import dev.prospector.agents.internal.Expression;

/** Tells the roles of people who have left, retired or died: nobody to talk to. */
public final class FormerRoles {

  private static final Expression BEGINS =
      Expression.of(
          "(?iu)^[ (]{0,2}(?:ex[- ](?=\\p{L})|former |late |the late |retired |antig[oa] |antigu[oa] |ancien(?:ne)? |ehemalig\\w{0,2} |vormalig\\w{0,2} |fr[üu]here[rn]? )");

  private static final Expression HOLDS =
      Expression.of(
          "(?iu)(?<!\\p{L})(?:in memoriam|retired|deceased|passed away|aposent(?:ad[oa]|ou-se)|falecid[oa]|fallecid[oa]|jubilad[oa]|verstorben|im ruhestand|a\\.[ ]?D\\.|(?:until|até|hasta|bis)[ ](?:\\p{L}{3,10}[ ](?:de[ ])?)?(?:19|20)\\d\\d|(?:18|19|20)\\d\\d[ ]?[–-][ ]?(?:19|20)\\d\\d)(?!\\p{L})|†");

  private FormerRoles() {}

  /** Returns whether the words of a role say that it is over. */
  public static boolean are(String role) {
    return BEGINS.isIn(role) || HOLDS.isIn(role);
  }
}
