package dev.prospector.adapter.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.adapter.export.ArguedRun;
import dev.prospector.adapter.export.record.LeadRecord;
import dev.prospector.agents.outreach.Briefing;
import dev.prospector.agents.outreach.Messages;
import dev.prospector.context.Language;
import dev.prospector.run.LeadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report shows of leads that were argued, planned and written to. */
class ArguedLeadsTest {

  private static final String EVIL = "<img src=x onerror=alert(1)>\"'<!--";

  @TempDir Path folder;

  /** Returns the report as one sees it where scripts do not run. */
  private String withoutScripts(Language language, LeadResult result) throws IOException {
    Path file = folder.resolve("report.html");
    ReportSettings settings = ReportSettings.defaults().withLanguage(language);
    try (HtmlReport report = HtmlReport.to(file, settings)) {
      report.write(LeadRecord.of(result));
      report.finish();
    }
    return Files.readString(file).replaceAll("(?s)<script.*?</script>", "");
  }

  @Test
  void whatOneReadsBeforeACallStandsThereWithoutAScriptAndInItsOrder() throws IOException {
    for (Language language : Language.values()) {
      LeadResult result = ArguedRun.of(language, "");
      String html = withoutScripts(language, result);
      Labels labels = new Labels(language);
      assertThat(html)
          .containsSubsequence(
              "class=\"briefing\"",
              ">" + labels.say("triggers") + " (",
              "<blockquote>",
              "class=\"calendar\"",
              ">" + labels.say("drafts") + " (",
              ">" + labels.say("objections") + " (",
              "class=\"unknowns\"");
      Briefing briefing = result.dossier().find(Briefing.KEY).orElseThrow();
      briefing.summary().forEach(s -> assertThat(html).contains(Html.escaped(s.text())));
      Messages messages = result.dossier().find(Messages.KEY).orElseThrow();
      assertThat(messages.drafts()).isNotEmpty();
      for (Messages.Draft draft : messages.drafts()) {
        assertThat(html)
            .contains(Html.escaped(draft.body()), Html.escaped(draft.recipient().value()));
        assertThat(html).contains(">" + draft.length() + " ");
      }
    }
  }

  /** The button is hidden until a script shows it; the words to copy are there either way. */
  @Test
  void onlyTheCopyButtonNeedsAScript() throws IOException {
    String html = withoutScripts(Language.EN, ArguedRun.of(Language.EN, ""));
    assertThat(html.split("<button", -1).length - 1)
        .isEqualTo(html.split("<button type=\"button\" hidden class=\"copy\"", -1).length - 1)
        .isPositive();
    assertThat(html).contains("<pre class=\"words\">");
  }

  @Test
  void hostileWordsOfAPageStayTextInBriefingReasonsAndDrafts() throws IOException {
    LeadResult result = ArguedRun.of(Language.EN, EVIL);
    assertThat(List.of(result.dossier().toString(), LeadRecord.of(result).fields().toString()))
        .anyMatch(text -> text.contains(EVIL));
    assertThat(withoutScripts(Language.EN, result))
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img", "<!--");
  }
}
