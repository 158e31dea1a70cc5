package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanySearch;
import dev.prospector.registry.RegistryLookup;
import java.util.Optional;

/** A register as a step sees it. */
final class JournaledRegistry implements CompanyRegistry {

  private final CompanyRegistry registry;
  private final StepLookUps lookUps;

  JournaledRegistry(CompanyRegistry registry, StepLookUps lookUps) {
    this.registry = registry;
    this.lookUps = lookUps;
  }

  @Override
  public RegistryLookup find(String country, String number) throws InterruptedException {
    return lookUps.ask(
        SourceKind.REGISTRY,
        registry,
        country + "/" + number,
        Form.INSTANCE,
        () -> registry.find(country, number));
  }

  @Override
  public Optional<CompanySearch> byName() {
    return registry.byName().map(search -> new JournaledCompanySearch(registry, search, lookUps));
  }

  @Override
  public boolean isConfigured() {
    return registry.isConfigured();
  }

  @Override
  public String identity() {
    return registry.identity();
  }

  @Override
  public boolean isFixed() {
    return registry.isFixed();
  }

  private enum Form implements AnswerForm<RegistryLookup> {
    INSTANCE;

    @Override
    public LookUp.Answer write(RegistryLookup lookup) {
      return lookup.fold(
          found -> write(found.record()),
          absent -> LookUp.Answer.without(LookUp.Outcome.ABSENT, ""),
          failed -> LookUp.Answer.without(LookUp.Outcome.FAILED, failed.reason()));
    }

    private static LookUp.Answer write(RegistryRecord record) {
      String json = AnswerJson.write(record);
      Fingerprint content = Fingerprint.hasher().add("record").add(json).finish();
      return new LookUp.Answer(LookUp.Outcome.FOUND, content, json, record.address(), null);
    }

    @Override
    public RegistryLookup read(String question, LookUp.Answer written) {
      return switch (written.outcome()) {
        case FOUND ->
            new RegistryLookup.Found(AnswerJson.read(written.text(), RegistryRecord.class));
        case ABSENT -> new RegistryLookup.Absent();
        case FAILED -> new RegistryLookup.Failed(written.text());
      };
    }
  }
}
