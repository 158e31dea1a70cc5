package dev.prospector.agents.heard;

import dev.prospector.agents.argument.Folded;
import dev.prospector.agents.internal.Expression;

/**
 * Tells lines that address a machine that reads them: orders to forget instructions, marks of a
 * conversation's roles, notices to assistants, in three languages. They are no statement of a
 * company, back no claim and cost no lead.
 */
public final class MachineOrders {

  private static final Expression ORDER =
      Expression.of(
          "\\b(?:ignor\\w{0,4}|disregard|forget|esque[cç]\\w{0,3}|desconsider\\w{0,3}|olvid\\w{0,3}|override|bypass)\\b"
              + "[^.\\n]{0,40}\\b(?:instruc\\w{0,6}|prompt\\w?|rules|regras|reglas|guidelines|orders|diretrizes|commands|"
              + "directions|comandos|ordens|ordenes)\\b"
              + "|\\b(?:system|developer|assistant|admin\\w{0,9})\\s(?:prompt|notice|message|mode|override|instruction)s?\\b"
              + "|\\b(?:you are now|act as|pretend to be|voce agora e|a partir de agora voce|ahora eres|actua como|aja como)\\b"
              + "|(?:<\\|?|\\[)/?\\s?(?:system|user|assistant|inst|im_start|im_end)\\s?(?:\\|?>|\\])"
              + "|^\\s?(?:system|assistant|user|sistema|asistente|assistente)\\s?:"
              + "|\\b(?:ai|language|ia|llm|chatbot)\\s?(?:agents?|models?|assistants?|crawlers?|agentes?|modelos?)\\b"
              + "[^.\\n]{0,60}\\b(?:must|should|ignore|please|rate|set|report|devem|deben|ignorem|ignoren)\\b"
              + "|\\b(?:note|notice|attention|message|instruc\\w{0,6}|atencao|aviso|nota)\\s(?:to|for|para|a)\\s(?:all\\s|the\\s|any\\s|os\\s|las?\\s|los\\s)?"
              + "(?:ai|llms?|language models?|assistants?|bots?|ias?|modelos? de lingua\\w{0,5}|asistentes?|assistentes?)\\b"
              + "|\\b(?:rate|score|classify|qualify|avalie|classifique|califica|clasifica)\\w?\\s(?:this|esta|este)\\s(?:company|lead|empresa)\\b");

  private MachineOrders() {}

  /** Returns whether a line addresses a machine that reads it. */
  public static boolean address(String line) {
    return ORDER.isIn(Folded.of(line));
  }
}
