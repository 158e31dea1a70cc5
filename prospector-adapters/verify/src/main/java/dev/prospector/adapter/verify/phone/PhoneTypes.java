package dev.prospector.adapter.verify.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.prospector.verification.PhoneVerdict;

/** Kinds of numbers, as two sources name them, and what they say of WhatsApp. */
final class PhoneTypes {

  private PhoneTypes() {}

  static PhoneVerdict.Type of(PhoneNumberType type) {
    return switch (type) {
      case FIXED_LINE -> PhoneVerdict.Type.LANDLINE;
      case MOBILE -> PhoneVerdict.Type.MOBILE;
      case FIXED_LINE_OR_MOBILE -> PhoneVerdict.Type.LANDLINE_OR_MOBILE;
      case VOIP -> PhoneVerdict.Type.VOIP;
      case TOLL_FREE -> PhoneVerdict.Type.TOLL_FREE;
      case PREMIUM_RATE, SHARED_COST -> PhoneVerdict.Type.PREMIUM;
      default -> PhoneVerdict.Type.OTHER;
    };
  }

  /** By the names of Twilio's line type intelligence. */
  static PhoneVerdict.Type of(String type) {
    return switch (type) {
      case "landline" -> PhoneVerdict.Type.LANDLINE;
      case "mobile" -> PhoneVerdict.Type.MOBILE;
      case "fixedVoip", "nonFixedVoip" -> PhoneVerdict.Type.VOIP;
      case "tollFree" -> PhoneVerdict.Type.TOLL_FREE;
      case "premium", "sharedCost" -> PhoneVerdict.Type.PREMIUM;
      default -> PhoneVerdict.Type.OTHER;
    };
  }

  /** Businesses also register landlines and numbers over the internet. */
  static PhoneVerdict.Likelihood whatsApp(PhoneVerdict.Type type) {
    return switch (type) {
      case MOBILE -> PhoneVerdict.Likelihood.LIKELY;
      case LANDLINE, LANDLINE_OR_MOBILE, VOIP -> PhoneVerdict.Likelihood.POSSIBLE;
      case TOLL_FREE, PREMIUM -> PhoneVerdict.Likelihood.UNLIKELY;
      case OTHER -> PhoneVerdict.Likelihood.UNKNOWN;
    };
  }
}
