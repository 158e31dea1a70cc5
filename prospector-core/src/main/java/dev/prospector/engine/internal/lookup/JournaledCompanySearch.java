package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.registry.CompanySearch;
import java.util.List;

/** A register's search by name as a step sees it: a question to the register. */
final class JournaledCompanySearch implements CompanySearch {

  private final CompanyRegistry registry;
  private final CompanySearch search;
  private final StepLookUps lookUps;

  JournaledCompanySearch(CompanyRegistry registry, CompanySearch search, StepLookUps lookUps) {
    this.search = search;
    this.registry = registry;
    this.lookUps = lookUps;
  }

  @Override
  public Result search(Query query) throws InterruptedException {
    String question =
        "%d named '%s' in '%s', '%s'"
            .formatted(query.most(), query.name(), query.city(), query.state());
    return lookUps.ask(
        SourceKind.REGISTRY, registry, question, Form.INSTANCE, () -> search.search(query));
  }

  @Override
  public String identity() {
    return search.identity();
  }

  @Override
  public boolean isFixed() {
    return search.isFixed();
  }

  private enum Form implements AnswerForm<Result> {
    INSTANCE;

    @Override
    public LookUp.Answer write(Result result) {
      return result.fold(
          candidates -> write(candidates.all()),
          failed -> LookUp.Answer.without(LookUp.Outcome.FAILED, failed.reason()));
    }

    private static LookUp.Answer write(List<Candidate> candidates) {
      String json = AnswerJson.write(candidates.toArray(Candidate[]::new));
      Fingerprint content = Fingerprint.hasher().add("candidates").add(json).finish();
      return new LookUp.Answer(LookUp.Outcome.FOUND, content, json, "", null);
    }

    @Override
    public Result read(String question, LookUp.Answer written) {
      return written.outcome() == LookUp.Outcome.FOUND
          ? new Candidates(List.of(AnswerJson.read(written.text(), Candidate[].class)))
          : new Failed(written.text());
    }
  }
}
