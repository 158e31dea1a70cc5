package dev.prospector.agents.registration;

import dev.prospector.agent.AgentInput;
import dev.prospector.evidence.Claim;
import dev.prospector.evidence.Fact;
import dev.prospector.evidence.Snapshot;
import dev.prospector.evidence.value.ValueType;
import dev.prospector.evidence.value.ValueTypes;
import dev.prospector.registry.CompanyRegistry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a register's record says, each part quoting the record. */
final class FromRegister {

  private static final StatusWords STATUS_WORDS = StatusWords.shipped();

  private final AgentInput input;
  private final CompanyRegistry.RegistryRecord record;
  private final Snapshot snapshot;

  FromRegister(AgentInput input, CompanyRegistry.RegistryRecord record) {
    this.input = input;
    this.record = record;
    this.snapshot =
        input.keep(
            Snapshot.document(record.address(), "text/plain", record.text())
                .publishedBy(Snapshot.Publisher.THIRD_PARTY));
  }

  Registration registration(OwnNumber own, List<Registration.Establishment> all) {
    Fact<RegistrationStatus> registered = status();
    Fact<RegistrationStatus> status = registered.value().isPresent() ? registered : own.status();
    return registration(own.number(), status, all, Registration.Lookup.FOUND, List.of());
  }

  /** The record of a company whose number the register alone says. */
  Registration ofName(String number, List<RegisterCandidate> candidates) {
    Fact<String> own = fact("registration_number", ValueTypes.REGISTRATION_NUMBER, number, number);
    return registration(own, status(), List.of(), Registration.Lookup.FOUND_BY_NAME, candidates);
  }

  private Registration registration(
      Fact<String> number,
      Fact<RegistrationStatus> status,
      List<Registration.Establishment> all,
      Registration.Lookup outcome,
      List<RegisterCandidate> candidates) {
    return new Registration(
        number,
        fact("legal_name", ValueTypes.PROPER_NAME, record.legalName(), record.legalName()),
        fact(
            "activity_code",
            ValueTypes.REGISTRATION_NUMBER,
            record.activityCode(),
            record.activityCode()),
        status,
        fact(
            "opened_on",
            ValueTypes.DATE,
            record.openedOn(),
            record.openedOn() == null ? null : record.openedOn().toString()),
        all,
        outcome,
        candidates);
  }

  private Fact<RegistrationStatus> status() {
    String written = record.status();
    if (written == null) {
      return Fact.unknown();
    }
    return STATUS_WORDS
        .read(written)
        .map(s -> fact("registration_status", StatusWords.TYPE, s, written))
        .orElse(Fact.unknown());
  }

  private <T> Fact<T> fact(
      String field, ValueType<T> type, @Nullable T value, @Nullable String quote) {
    if (value == null || quote == null) {
      return Fact.unknown();
    }
    Optional<Claim<T>> claim = input.evidence().claim(field, type, value, snapshot, quote);
    return input.evidence().fact(claim.stream().toList());
  }
}
