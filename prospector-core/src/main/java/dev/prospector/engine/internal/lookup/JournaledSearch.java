package dev.prospector.engine.internal.lookup;

import dev.prospector.call.Effect;
import dev.prospector.dossier.Fingerprint;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.web.WebSearch;
import java.util.List;

/** A web search as a step sees it. */
final class JournaledSearch implements WebSearch {

  private final WebSearch search;
  private final StepLookUps lookUps;

  JournaledSearch(WebSearch search, StepLookUps lookUps) {
    this.search = search;
    this.lookUps = lookUps;
  }

  @Override
  public Result search(String query, String country, int limit) throws InterruptedException {
    if (!search.isConfigured()) {
      return search.search(query, country, limit); // No request is made, and the result says so.
    }
    return lookUps.ask(
        SourceKind.SEARCH,
        search,
        limit + " in '" + country + "' for " + query,
        Form.INSTANCE,
        () -> search.search(query, country, limit));
  }

  @Override
  public Effect effect() {
    return search.effect();
  }

  @Override
  public boolean isConfigured() {
    return search.isConfigured();
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
          hits -> write(hits.all()),
          failed -> LookUp.Answer.without(LookUp.Outcome.FAILED, failed.reason()));
    }

    private static LookUp.Answer write(List<Hit> hits) {
      String json = AnswerJson.write(hits.toArray(Hit[]::new));
      Fingerprint content = Fingerprint.hasher().add("hits").add(json).finish();
      return new LookUp.Answer(LookUp.Outcome.FOUND, content, json, "", null);
    }

    @Override
    public Result read(String question, LookUp.Answer written) {
      return written.outcome() == LookUp.Outcome.FOUND
          ? new Result.Hits(List.of(AnswerJson.read(written.text(), Hit[].class)))
          : new Result.Failed(written.text());
    }
  }
}
