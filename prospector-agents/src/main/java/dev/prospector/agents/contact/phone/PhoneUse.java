package dev.prospector.agents.contact.phone;

/** What a page says a phone number is for. */
public enum PhoneUse {
  /** Talking: the use of a number that the page gives no other use for. */
  VOICE,
  /** Fax. */
  FAX,
  /** Messages over WhatsApp. */
  WHATSAPP
}
