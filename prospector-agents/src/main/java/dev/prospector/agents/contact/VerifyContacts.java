package dev.prospector.agents.contact;

import dev.prospector.agents.contact.ContactDetails.Check;
import dev.prospector.agents.contact.ContactDetails.Email;
import dev.prospector.agents.contact.ContactDetails.Phone;
import dev.prospector.agents.contact.ContactDetails.Refused;
import dev.prospector.verification.EmailVerdict;
import dev.prospector.verification.EmailVerifier;
import dev.prospector.verification.PhoneVerdict;
import dev.prospector.verification.PhoneVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has addresses and numbers verified. What reaches nobody is set apart, and nothing gets better
 * than it was: a domain that takes mail does not make an address more likely to be somebody's.
 */
final class VerifyContacts {

  private final EmailVerifier emailVerifier;
  private final PhoneVerifier phoneVerifier;
  private final List<Refused> refused = new ArrayList<>();

  VerifyContacts(EmailVerifier emailVerifier, PhoneVerifier phoneVerifier) {
    this.emailVerifier = emailVerifier;
    this.phoneVerifier = phoneVerifier;
  }

  ContactDetails verified(ContactDetails found) throws InterruptedException {
    List<Email> emails = emailVerifier.isConfigured() ? emails(found.emails()) : found.emails();
    List<Phone> phones = phoneVerifier.isConfigured() ? phones(found.phones()) : found.phones();
    return new ContactDetails(
        emails,
        phones,
        found.addresses(),
        found.profiles(),
        found.people(),
        found.names(),
        refused);
  }

  private List<Email> emails(List<Email> found) throws InterruptedException {
    List<Email> kept = new ArrayList<>();
    for (Email email : found) {
      EmailVerdict verdict = emailVerifier.verify(email.address().known());
      if (verdict.status() == EmailVerdict.Status.UNDELIVERABLE) {
        refused.add(new Refused(email.address(), verdict.reason()));
      } else {
        Optional<Check> check = Optional.of(check(verdict));
        kept.add(new Email(email.address(), email.kind(), email.deobfuscated(), check));
      }
    }
    return kept;
  }

  private static Check check(EmailVerdict verdict) {
    if (verdict.status() == EmailVerdict.Status.UNKNOWN) {
      return new Check(Check.Outcome.UNKNOWN, verdict.reason());
    }
    Set<EmailVerdict.Mark> marks = verdict.marks();
    if (marks.contains(EmailVerdict.Mark.TYPO)) {
      String meant = verdict.suggestion().map(s -> "; perhaps " + s + " was meant").orElse("");
      return new Check(Check.Outcome.DOUBTFUL, verdict.reason() + meant);
    }
    return marks.contains(EmailVerdict.Mark.DISPOSABLE)
        ? new Check(Check.Outcome.DOUBTFUL, "the address is of a kind that is thrown away")
        : new Check(Check.Outcome.PASSED, verdict.reason());
  }

  private List<Phone> phones(List<Phone> found) throws InterruptedException {
    List<Phone> kept = new ArrayList<>();
    for (Phone phone : found) {
      PhoneVerdict verdict = phoneVerifier.verify(phone.number().known(), "");
      if (verdict.status() == PhoneVerdict.Status.INVALID) {
        refused.add(new Refused(phone.number(), verdict.reason()));
      } else {
        boolean known = verdict.status() == PhoneVerdict.Status.VALID;
        Check.Outcome outcome = known ? Check.Outcome.PASSED : Check.Outcome.UNKNOWN;
        kept.add(checked(phone, verdict, new Check(outcome, verdict.reason())));
      }
    }
    return kept;
  }

  /** A carrier that was asked for replaces the one to which the range was given first. */
  private static Phone checked(Phone phone, PhoneVerdict verdict, Check check) {
    return new Phone(
        phone.number(),
        phone.kind(),
        phone.region(),
        verdict.plan().flatMap(PhoneVerdict.Plan::carrier).orElse(phone.carrier()),
        phone.extension(),
        phone.uses(),
        phone.inferred(),
        Optional.of(check));
  }
}
