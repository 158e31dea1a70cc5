package dev.prospector.engine.internal.lookup;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.lookup.LookUp;
import dev.prospector.lookup.SourceKind;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.util.List;

/** Pages as a step sees them. */
final class JournaledPages implements PageSource {

  private static final String KNOWN = "known pages of ";

  private final PageSource pages;
  private final StepLookUps lookUps;

  JournaledPages(PageSource pages, StepLookUps lookUps) {
    this.pages = pages;
    this.lookUps = lookUps;
  }

  @Override
  public PageLookup fetch(String url) throws InterruptedException {
    return lookUps.ask(SourceKind.PAGES, pages, url, PageForm.INSTANCE, () -> pages.fetch(url));
  }

  @Override
  public List<String> known(String host) throws InterruptedException {
    return lookUps.ask(
        SourceKind.PAGES, pages, KNOWN + host, ListForm.INSTANCE, () -> pages.known(host));
  }

  @Override
  public String identity() {
    return pages.identity();
  }

  @Override
  public boolean isFixed() {
    return pages.isFixed();
  }

  /** A page is written down as its response. */
  private enum PageForm implements AnswerForm<PageLookup> {
    INSTANCE;

    @Override
    public LookUp.Answer write(PageLookup lookup) {
      return lookup.fold(
          found ->
              new LookUp.Answer(
                  LookUp.Outcome.FOUND,
                  found.content(),
                  found.message(),
                  found.finalUrl(),
                  found.capturedAt()),
          absent -> LookUp.Answer.without(LookUp.Outcome.ABSENT, absent.reason()),
          failed -> LookUp.Answer.without(LookUp.Outcome.FAILED, failed.reason()));
    }

    @Override
    public PageLookup read(String url, LookUp.Answer written) {
      return switch (written.outcome()) {
        case FOUND ->
            PageLookup.Found.ofMessage(
                url, written.address(), written.text(), written.capturedAt());
        case ABSENT -> new PageLookup.Absent(url, written.text());
        case FAILED -> new PageLookup.Failed(url, written.text());
      };
    }
  }

  /** Addresses are written down in lines; none are known where that cannot be told. */
  private enum ListForm implements AnswerForm<List<String>> {
    INSTANCE;

    @Override
    public LookUp.Answer write(List<String> urls) {
      String lines = String.join("\n", urls);
      Fingerprint content = Fingerprint.hasher().add("known").add(lines).finish();
      return new LookUp.Answer(LookUp.Outcome.FOUND, content, lines, "", null);
    }

    @Override
    public List<String> read(String host, LookUp.Answer written) {
      return written.outcome() != LookUp.Outcome.FOUND || written.text().isEmpty()
          ? List.of()
          : List.of(written.text().split("\n"));
    }
  }
}
