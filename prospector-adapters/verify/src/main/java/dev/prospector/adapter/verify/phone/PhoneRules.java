package dev.prospector.adapter.verify.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import java.util.Locale;
import java.util.Optional;

/**
 * Verifies telephone numbers by the numbering plans of all countries, which ship with it; nobody is
 * asked. Safe for several threads.
 */
public final class PhoneRules implements PhoneVerifier {

  private static final int LONGEST = 60;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final PhoneNumberToCarrierMapper carriers = PhoneNumberToCarrierMapper.getInstance();

  /** Creates the verifier. */
  public PhoneRules() {}

  @Override
  public PhoneVerdict verify(String number, String region) {
    Optional<PhoneNumber> read = read(number, region);
    if (read.isEmpty()) {
      boolean local = region.isEmpty() && !number.strip().startsWith("+");
      return local
          ? PhoneVerdict.unknown(number, "the number bears no country's code, and none is known")
          : invalid(number, "this has not the form of a telephone number");
    }
    if (!plans.isValidNumber(read.get())) {
      return invalid(number, "the numbering plan has no such number");
    }
    PhoneVerdict.Plan plan = plan(read.get());
    return new PhoneVerdict(
        number,
        PhoneVerdict.Status.VALID,
        Optional.of(plan),
        PhoneTypes.whatsApp(plan.type()),
        Optional.empty(),
        "the numbering plan has it");
  }

  @Override
  public String identity() {
    return "numbering plans";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  private Optional<PhoneNumber> read(String number, String region) {
    if (number.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(plans.parse(number, region.isEmpty() ? "ZZ" : region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private PhoneVerdict.Plan plan(PhoneNumber number) {
    PhoneNumberType type = plans.getNumberType(number);
    String region = plans.getRegionCodeForNumber(number);
    String carrier = carriers.getNameForValidNumber(number, Locale.ENGLISH);
    return new PhoneVerdict.Plan(
        plans.format(number, PhoneNumberFormat.E164),
        PhoneTypes.of(type),
        Optional.ofNullable(region).filter(r -> r.length() == 2),
        Optional.of(carrier).filter(c -> !c.isEmpty()));
  }

  private static PhoneVerdict invalid(String number, String reason) {
    return new PhoneVerdict(
        number,
        PhoneVerdict.Status.INVALID,
        Optional.empty(),
        PhoneVerdict.Likelihood.UNLIKELY,
        Optional.empty(),
        reason);
  }
}
