package dev.prospector.agents.heard;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;
import dev.prospector.agents.relevance.Passages;
import dev.prospector.agents.relevance.TextPassage;

/**
 * Tells lines that address a machine that reads them: orders to forget instructions, marks of a
 * conversation's roles, notices to assistants, in three languages. They are no statement of a
 * company, back no claim and cost no lead.
 */
public final class MachineOrders {

  /** So many characters before a part are looked at. */
  private static final int REACH = 600;

  /** What a reader is told to forget: words of a page are seldom about "previous instructions". */
  private static final String FORGET =
      "\\b(?:ignor\\w{0,4}|disregard|forget|esquec\\w{0,3}|desconsider\\w{0,3}|olvid\\w{0,3}|override|bypass)\\b[^.\\n"
          + "]{0,30}\\b(?:previous|prior|preceding|above|earlier|following|all|any|your|these|those|system|anterior\\w{0,2}|previ[ao]s|acima|todas?|todos|tod[ao]s"
          + " l[ao]s|suas|tus|sus|estas|essas|seu|sistema)\\b[^.\\n"
          + "]{0,30}"
          + "\\b(?:instruc\\w{0,6}|prompts?|rules|regras|reglas|guidelines|orders|diretrizes|commands|directions|"
          + "comandos|ordens|ordenes)\\b|\\b(?:ignor\\w{0,4}|disregard|esquec\\w{0,3}|desconsider\\w{0,3}|olvid\\w{0,3})\\s(?:as"
          + " |las |the"
          + " )?(?:instruc\\w{0,6}|regras|reglas|ordens|ordenes)\\s(?:anteriores|acima|previas|de"
          + " arriba|above)\\b"
          + "|\\b(?:ignor\\w{0,4}|disregard|forget|esquec\\w{0,3}|olvid\\w{0,3})\\s(?:everything|tudo|todo)\\s(?:above|before|acima|anterior|lo"
          + " anterior|o que)\\b";

  /** Marks of a dialogue's roles, and new roles for the reader. */
  private static final String ROLES =
      "(?:<\\|?|\\[)/?\\s?(?:system|user|assistant|inst|im_start|im_end)\\s?(?:\\|?>|\\])|^\\s?(?:system|assistant|sistema|asistente|assistente)\\s?:\\s?(?:you|ignore|disregard|answer|say|voce|tu"
          + " eres|usted|responda|responde|the user|ignora)\\b|\\bsystem prompt\\b|\\bprompt d[eo]"
          + " sistema\\b|\\b(?:system|developer|admin)"
          + " (?:notice|message|override|instructions?)\\s?(?:to|for|:)|\\b(?:you are now|from now"
          + " on,? you are|act as|pretend to be|voce agora e|a partir de agora,? voce e|ahora"
          + " eres|a partir de ahora,? eres|aja como|actua como|atue como)\\s(?:an? |the |um |uma"
          + " |un |una )?(?:\\w{1,14}"
          + " )?(?:ai|ia|assistant|assistente|asistente|chatbot|llm|model|modelo|agent|agente|dan|unrestricted|developer"
          + " mode)\\b|\\bdo anything now\\b|\\bdan mode\\b|\\b(?:stay in|break|breaking)"
          + " character\\b";

  private static final String MACHINES =
      "(?:ai(?: agents?| models?| assistants?| systems?| crawlers?)?|llms?|chatbots?|language"
          + " models?|ias|(?:assistentes?|asistentes?|agentes?|modelos?) (?:de ia|virtua\\w{1,3}|de"
          + " l[ie]ngua\\w{0,5})|modelos? de l[ie]ngua\\w{0,5}|bots? de ia|inteligencias?"
          + " artificia\\w{1,3})";

  /** Notices to machines by name. */
  private static final String NOTICES =
      "\\b(?:note|notice|attention|message|instruc\\w{0,6}|atencao|atencion|aviso|nota|mensagem|mensaje)[,:]?\\s(?:(?:to|for|para|a|aos|as|al|a"
          + " los) )?(?:all |the |any |os |as |las? |los |todos os |todos los )?"
          + MACHINES
          + "\\b|^\\W{0,3}(?:dear |hey |hello |caro |cara |estimad[oa] |querid[oa] )?"
          + MACHINES
          + "\\s?[,:]?\\s[^.\\n"
          + "]{0,60}\\b(?:ignor\\w{0,3}|disregard|(?:must|should|please|devem?|deben?)\\s(?:\\w{1,12}\\s){0,2}"
          + "(?:ignor\\w{0,3}|rate|report|say|set|recommend|respond|classify|answer|treat|avaliar|classificar|recomendar|responder|"
          + "calificar|clasificar|dizer|decir|marcar))\\b"
          + "|\\b(?:rate|score|classify|qualify|avalie|classifique|califica|califique|clasifica|clasifique|qualifique)\\s"
          + "(?:this|esta|este)\\s(?:company|lead|empresa)\\s(?:as|como|with|com|con)\\b";

  /** Orders about the answer that the reader is to give. */
  private static final String ANSWERS =
      "\\b(?:include|add|modify|augment|enhance|integrate|insert|encrypt|render|translate|provide|write|misspell|inclua|adicione|acrescente|modifique|insira|incluye|incluya|anade|agrega|agregue|modifica|escribe|escriba|escreva)\\b[^\\n"
          + "]{0,90}"
          + "\\b(?:to|in|into|of|for|na|a|em|en)\\s(?:your|the|sua|tua|tu|su)\\s(?:reply|response|answer|resposta|respuesta)\\b"
          + "|\\b(?:modify|augment|enhance|encrypt|render|translate|write|provide|reverse)\\s(?:your|the)\\s(?:reply|response|answer)\\b|^in"
          + " your (?:reply|response|answer),?"
          + " (?:include|add|suggest|mention|use|say)\\b|\\b(?:letters?|words|spaces|vowels|numbers)"
          + " (?:of|in|from|for) your (?:reply|response|answer|message)\\b|\\b(?:just|only)"
          + " (?:print|say|output|repeat)\\s[\"\u201c']";

  private static final Expression ORDER =
      Expression.of(String.join("|", FORGET, ROLES, NOTICES, ANSWERS));

  private MachineOrders() {}

  /** Returns whether a line addresses a machine that reads it. */
  public static boolean address(String line) {
    return ORDER.isIn(Folded.of(line));
  }

  /**
   * Returns where the line ends of which a sentence addresses a reading machine, since its rest
   * belongs to it; 0 if the sentence addresses none.
   */
  static int until(String text, TextPassage sentence) {
    if (!address(sentence.of(text))) {
      return 0;
    }
    int line = text.indexOf('\n', sentence.end());
    return line < 0 ? text.length() : line;
  }

  /**
   * Returns whether a part of a text belongs to an order: it addresses a reading machine, or a
   * sentence before it in the same line does.
   */
  public static boolean govern(String text, int start, int end) {
    int line = Math.max(text.lastIndexOf('\n', start) + 1, start - REACH);
    int last = Math.min(text.length(), end);
    String until = text.substring(Math.min(line, last), last);
    return Passages.of(until).stream().anyMatch(sentence -> address(sentence.of(until)));
  }
}
