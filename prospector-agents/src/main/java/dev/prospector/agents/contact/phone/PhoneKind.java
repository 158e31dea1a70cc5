package dev.prospector.agents.contact.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

/** What kind of line a phone number reaches, by its country's numbering plan. */
public enum PhoneKind {
  /** A mobile line. */
  MOBILE,
  /** A fixed line. */
  LANDLINE,
  /** A line of a country whose plan does not tell mobile from fixed, such as the United States. */
  LANDLINE_OR_MOBILE,
  /** Free for the caller. */
  TOLL_FREE,
  /** Charged above the normal rate. */
  PREMIUM_RATE,
  /** Charged partly to the caller, such as the Brazilian 4004 and 0300 numbers. */
  SHARED_COST,
  /** A line over the Internet. */
  VOIP,
  /** A number that follows one person. */
  PERSONAL,
  /** A pager. */
  PAGER,
  /** One number for all branches of a company. */
  COMPANY_WIDE,
  /** A voice mailbox. */
  VOICEMAIL,
  /** The plan does not say. */
  UNKNOWN;

  static PhoneKind of(PhoneNumberType type) {
    return switch (type) {
      case MOBILE -> MOBILE;
      case FIXED_LINE -> LANDLINE;
      case FIXED_LINE_OR_MOBILE -> LANDLINE_OR_MOBILE;
      case TOLL_FREE -> TOLL_FREE;
      case PREMIUM_RATE -> PREMIUM_RATE;
      case SHARED_COST -> SHARED_COST;
      case VOIP -> VOIP;
      case PERSONAL_NUMBER -> PERSONAL;
      case PAGER -> PAGER;
      case UAN -> COMPANY_WIDE;
      case VOICEMAIL -> VOICEMAIL;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
