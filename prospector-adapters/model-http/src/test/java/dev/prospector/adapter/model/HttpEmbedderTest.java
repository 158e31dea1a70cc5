package dev.prospector.adapter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.JdkHttpTransport;
import dev.prospector.model.Embedder;
import dev.prospector.testkit.contract.EmbedderContract;
import dev.prospector.testkit.provider.FailureShape;
import dev.prospector.testkit.provider.Manner;
import dev.prospector.testkit.provider.SimulatedProvider;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Vectors over real HTTP, in three forms and over both transports. */
class HttpEmbedderTest {

  private static final int DIMENSIONS = 16;

  private final SimulatedProvider provider = SimulatedProvider.of(Manner.HONEST, 1).start();

  @AfterEach
  void stop() {
    provider.close();
  }

  private Embedder embedder(String name, HttpTransport transport, int dimensions) {
    Provider there = Provider.named(name).withBase(provider.address());
    return new HttpEmbedder(HttpModelSettings.of(there, "e", "k"), transport, dimensions);
  }

  private Embedder embedder(String name) {
    return embedder(name, JdkHttpTransport.create(), DIMENSIONS);
  }

  @Nested
  class OpenAi extends EmbedderContract {
    @Override
    protected Embedder embedder() {
      return HttpEmbedderTest.this.embedder("openai");
    }
  }

  @Nested
  class Gemini extends EmbedderContract {
    @Override
    protected Embedder embedder() {
      return HttpEmbedderTest.this.embedder("gemini");
    }
  }

  @Nested
  class Ollama extends EmbedderContract {
    @Override
    protected Embedder embedder() {
      return HttpEmbedderTest.this.embedder("ollama");
    }
  }

  @Nested
  class OverOkHttp extends EmbedderContract {
    @Override
    protected Embedder embedder() {
      return HttpEmbedderTest.this.embedder("openai", OkHttpTransport.create(), DIMENSIONS);
    }
  }

  private void says(String embedding) {
    String body = "{\"data\":[{\"embedding\":" + embedding + "}]}";
    provider.failing(new FailureShape("vector", "OPENAI_CHAT", 200, Map.of(), body, ""));
  }

  private List<float[]> embed(int dimensions) throws InterruptedException {
    return embedder("openai", JdkHttpTransport.create(), dimensions).embed(List.of("one"));
  }

  @Test
  void base64IsReadAsFloatsOfFourBytesTheLeastFirst() throws Exception {
    // 3 and -4: 00 00 40 40, 00 00 80 c0
    says("\"AABAQAAAgMA=\"");
    assertThat(embed(2).get(0)).containsExactly(new float[] {0.6f, -0.8f}, within(1e-6f));
  }

  @Test
  void whatIsNoVectorIsAFailureAndNeverAVector() {
    String threeBytes = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
    for (String wrong :
        List.of(
            "\"no base64!\"",
            "\"" + threeBytes + "\"",
            "[1,2,3]",
            "[0,0]",
            "[\"1\",2]",
            "[1e39,1]",
            "null",
            "{}")) {
      says(wrong);
      assertThatThrownBy(() -> embed(2)).as(wrong).isInstanceOf(PortException.class);
    }
  }

  @Test
  void aRefusalIsReadAsThatOfAModelIs() {
    provider.failing(FailureShape.named("too many, seconds", "OPENAI_CHAT"));
    assertThatThrownBy(() -> embedder("openai").embed(List.of("one")))
        .isInstanceOfSatisfying(
            PortException.class,
            e -> assertThat(e.advice().kind()).isEqualTo(RetryAdvice.Kind.AFTER));
  }

  @Test
  void whoMakesNoVectorsIsRefusedAtOnce() {
    assertThatThrownBy(() -> embedder("anthropic")).hasMessageContaining("anthropic");
  }
}
