package dev.prospector.agents.contact.phone;

import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.internal.Search;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the words around a number say: fax, WhatsApp, an extension, or that it is a phone at all.
 */
public final class PhoneWords {

  private static final int REACH = 40;
  private static final Expression LABEL =
      Expression.of(
          "(?i)(?:\\b(?:t|f|m|p|c|o|w|tel|fon|fone|fones|tlf|tfn|tel[eé]f|ph|phn|cel|mob|fax|facs|call|text"
              + "|dial|ring|sms|zap|phone|phones|telephone|telephones|telefone|telefones"
              + "|tel[eé]fono|tel[eé]fonos|telefoon|telefon|mobile|mobiel|mobil|handy|celular|cell"
              + "|facsimile|facsimil|whats|whatsapp|toll[- ]free|office|hotline|free|central|plant[aã]o|ligue|contato"
              + "|number|local|direct|main|sales|support|service)\\b|[☎✆📞📱])"
              + "[^\\p{L}\\p{N}]{0,8}(?:\\p{L}{1,12}[^\\p{L}\\p{N}]{1,4})?$");
  private static final Expression FAX =
      Expression.of(
          "(?i)\\b(?:fax|facs|facsimile|fac-?s[ií]mil[ei]?|telefax|f)\\b[^\\p{N}]{0,25}$");
  private static final Expression BOTH =
      Expression.of(
          "(?i)(?:tel|phone|fone|ph|telefo[on]\\p{L}*)\\.?\\s?(?:/|&|and|e|y|\\+)\\s?(?:tele)?fax\\b[^\\p{N}]{0,20}$");
  private static final Expression FAX_AFTER =
      Expression.of("(?i)^\\s?[-–(\\[]?\\s?(?:tele)?(?:fax|f)\\b(?!\\s?[:.]?\\s?[+(\\d])");
  private static final Expression WHATSAPP =
      Expression.of("(?i)whats\\s?app|\\bwhats\\b|\\bzap\\b|\\bwpp\\b");
  private static final Expression EXTENSION =
      Expression.of(
          "(?i)^\\s?[,;(–-]?\\s?(?:ramal|ramais|r|extension|extn|ext|x|anexo|int|toestel)\\s?[.:]?\\s?(\\d{1,6})\\b");

  /** "Tel 3206-1515 - <b>Zap:</b> 98888-1515": the word is the next number's. */
  private static final Expression LABEL_OF_NEXT = Expression.of("^[^\\d(\\n]{0,20}:");

  private PhoneWords() {}

  /** Tells whether the words right before a number announce a phone. */
  static boolean announced(String before) {
    return LABEL.matcher(tail(before)).find();
  }

  /** Returns what the number is for, by the words before it and after it. */
  public static Set<PhoneUse> uses(String before, String after) {
    String left = tail(before);
    String near = after.substring(0, Math.min(REACH / 2, after.length()));
    String right = LABEL_OF_NEXT.isIn(near) ? "" : near;
    Set<PhoneUse> uses = EnumSet.noneOf(PhoneUse.class);
    boolean both = BOTH.matcher(left).find();
    if (both || FAX.matcher(left).find() || FAX_AFTER.matcher(right).find()) {
      uses.add(PhoneUse.FAX);
    }
    if (WHATSAPP.matcher(left).find() || WHATSAPP.matcher(right).find()) {
      uses.add(PhoneUse.WHATSAPP);
    }
    if (both || uses.isEmpty()) {
      uses.add(PhoneUse.VOICE);
    }
    return uses;
  }

  public static Optional<String> extension(String after) {
    Search matcher = EXTENSION.matcher(after.substring(0, Math.min(REACH, after.length())));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String tail(String before) {
    return before.substring(Math.max(0, before.length() - REACH));
  }
}
