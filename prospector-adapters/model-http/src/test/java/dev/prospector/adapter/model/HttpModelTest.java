package dev.prospector.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prospector.http.HttpAnswer;
import dev.prospector.http.HttpRequest;
import dev.prospector.http.HttpTransport;
import dev.prospector.model.LanguageModel;
import dev.prospector.model.Tokens;
import dev.prospector.money.Money;
import dev.prospector.testkit.contract.LanguageModelContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpModelTest extends LanguageModelContract {

  /** Answers every request alike. */
  private record Always(int status, String body) implements HttpTransport {
    @Override
    public <T> T exchange(HttpRequest request, Reader<T> reader) {
      try {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return reader.read(
            HttpAnswer.received(
                status, Map.of(), new ByteArrayInputStream(bytes), request.limits()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static LanguageModel model(int status, String body) {
    HttpModelSettings settings =
        HttpModelSettings.of(Provider.named("mistral"), "mistral-small-latest", "k");
    return new HttpModel(settings, new Always(status, body));
  }

  private static String chat(String text, String reason) {
    return "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\""
        + text
        + "\"},\"finish_reason\":\""
        + reason
        + "\"}],"
        + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":3}}";
  }

  @Override
  protected LanguageModel answering() {
    return model(200, chat("yes", "stop"));
  }

  @Override
  protected LanguageModel truncating() {
    return model(200, chat("ye", "length"));
  }

  @Override
  protected LanguageModel failing() {
    return model(503, "{\"error\":{\"message\":\"busy\"}}");
  }

  @Test
  void aPriceIsThatOfItsModelAndNoneIsGuessed() {
    Prices prices = Prices.shipped();
    Price price = prices.find("anthropic", "claude-haiku-4-5").orElseThrow();

    assertThat(price.of(Tokens.of(1_000_000, 0))).isEqualTo(Money.of("1", "USD"));
    assertThat(price.of(new Tokens(1_000_000, 1_000_000, 0, 0, 0)))
        .isEqualTo(Money.of("0.1", "USD"));
    assertThat(price.atMost(1_000_000, 0)).isEqualTo(Money.of("1.25", "USD"));
    assertThat(prices.find("anthropic", "nobody-knows-it")).isEmpty();
    assertThat(prices.find("nobody", "claude-haiku-4-5")).isEmpty();
  }

  @Test
  void everyProviderThatIsKnownHasAllThatIsNeeded() {
    for (String name : Provider.names()) {
      Provider provider = Provider.named(name);
      assertThat(provider.schema("some-model")).isNotNull();
      assertThat(provider.base().isEmpty()).isEqualTo(name.equals("azure"));
      assertThat(provider.keyVariable().isEmpty()).isEqualTo(provider.isFree());
    }
  }

  @Test
  void noSettingShowsItsKey() {
    HttpModelSettings settings = HttpModelSettings.of(Provider.named("openai"), "m", "sk-secret");
    assertThat(settings.toString() + new HttpModel(settings, new Always(200, "")))
        .doesNotContain("secret");
  }
}
