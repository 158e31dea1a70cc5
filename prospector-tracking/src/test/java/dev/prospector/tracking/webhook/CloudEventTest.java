package dev.prospector.tracking.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.prospector.event.RunEvent;
import dev.prospector.lead.LeadId;
import dev.prospector.lead.Tenant;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.http.HttpMessageFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Read back with the reference library, which the cases of the conformance suite check as well. */
class CloudEventTest {

  private static final Tenant TENANT = new Tenant("acme");
  private static final JsonMapper JSON = new JsonMapper();

  /** A request of the conformance suite, in one of the media types that it lists. */
  record Case(String name, Map<String, String> headers, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> conformance() throws IOException {
    Pattern outline =
        Pattern.compile(
            "Scenario Outline: (.*?) \\(.*?\"\"\"\\s*POST.*?\\n(.*?)\\n\\s*\\n(.*?)\"\"\".*?Examples:"
                + "\\s*\\| contentType +\\|(.*?)(?=Scenario|\\z)",
            Pattern.DOTALL);
    Stream.Builder<Case> cases = Stream.builder();
    Matcher scenario = outline.matcher(resource("cloudevents-http-protocol-binding.feature"));
    while (scenario.find()) {
      for (String type : scenario.group(4).split("\\|")) {
        if (!type.isBlank()) {
          Map<String, String> headers = new LinkedHashMap<>();
          for (String line : scenario.group(2).split("\\n")) {
            String[] header = line.strip().split(": ", 2);
            headers.put(header[0], header[1].replace("<contentType>", type.strip()));
          }
          cases.add(new Case(scenario.group(1) + " " + type.strip(), headers, scenario.group(3)));
        }
      }
    }
    return cases.build();
  }

  @Test
  void allFourCasesOfTheSuiteAreThere() throws IOException {
    assertThat(conformance()).hasSize(4);
  }

  /** What reads our messages below reads the suite's as the suite says. */
  @ParameterizedTest
  @MethodSource("conformance")
  void theReferenceReaderPassesTheSuite(Case example) {
    CloudEvent event = read(example.headers(), example.body());

    assertThat(event.getId()).isEqualTo("1234-1234-1234");
    assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
    assertThat(event.getType()).isEqualTo("com.example.someevent");
    assertThat(event.getSource()).hasToString("/mycontext/subcontext");
    assertThat(time(event)).isEqualTo(Instant.parse("2018-04-05T03:56:24Z"));
    assertThat(data(event)).isEqualTo(JSON.readTree("{\"message\": \"Hello World!\"}"));
  }

  /** Our messages in every form that the suite knows, by its media types. */
  @ParameterizedTest
  @MethodSource("conformance")
  void everyEventIsReadAsItWasSentInEachFormOfTheSuite(Case example) {
    boolean binary = example.headers().containsKey("ce-id");
    PayloadFormat format =
        binary ? PayloadFormat.CLOUD_EVENTS_BINARY : PayloadFormat.CLOUD_EVENTS_STRUCTURED;
    for (RunEvent event : WebhookMessageTest.everyKind()) {
      WebhookMessage message = WebhookMessage.of(TENANT, event, format);
      Map<String, String> headers = new LinkedHashMap<>(message.headers());
      headers.put("content-type", Objects.requireNonNull(example.headers().get("Content-Type")));

      CloudEvent read = read(headers, message.body());

      assertThat(read.getId()).isEqualTo(message.id());
      assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
      assertThat(read.getType()).isEqualTo("dev.prospector." + message.type());
      assertThat(read.getSource()).hasToString("/prospector/tenants/acme/runs/run.2026-11");
      assertThat(time(read)).isEqualTo(message.at());
      assertThat(read.getDataContentType()).startsWith("application/json");
      assertThat(data(read).get("number").asLong()).isEqualTo(event.position().number());
      assertThat(subject(read, binary)).isEqualTo(event.about().map(LeadId::value).orElse("none"));
    }
  }

  @Test
  void ourOwnMediaTypesAreAmongThoseOfTheSuite() throws IOException {
    List<String> types = conformance().map(c -> c.headers().get("Content-Type")).toList();

    assertThat(types)
        .contains(
            PayloadFormat.CLOUD_EVENTS_BINARY.contentType(),
            PayloadFormat.CLOUD_EVENTS_STRUCTURED.contentType());
  }

  @Test
  void everyStructuredEventIsValidByTheSchemaOfTheSpecification() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(resource("cloudevents.schema.json"));
    for (RunEvent event : WebhookMessageTest.everyKind()) {
      String body = WebhookMessage.of(TENANT, event, PayloadFormat.CLOUD_EVENTS_STRUCTURED).body();
      assertThat(schema.validate(body, InputFormat.JSON)).as(body).isEmpty();
    }
    assertThat(schema.validate("{\"id\":\"\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void attributesInHeadersAreEscapedAsTheBindingSays() {
    RunEvent event =
        new RunEvent.LeadStarted(
            WebhookMessageTest.everyKind().get(0).position(), LeadId.of("São \"100%\"\n€😀"));
    Map<String, String> headers =
        WebhookMessage.of(TENANT, event, PayloadFormat.CLOUD_EVENTS_BINARY).headers();

    assertThat(headers)
        .containsEntry("ce-subject", "S%C3%A3o%20%22100%25%22%0A%E2%82%AC%F0%9F%98%80");
  }

  @Test
  void otherFormatsHaveNoHeadersOfCloudEvents() {
    for (PayloadFormat format :
        List.of(PayloadFormat.STANDARD, PayloadFormat.CLOUD_EVENTS_STRUCTURED)) {
      assertThat(WebhookMessage.of(TENANT, WebhookMessageTest.everyKind().get(0), format).headers())
          .containsOnlyKeys("content-type");
    }
  }

  private static CloudEvent read(Map<String, String> headers, String body) {
    return HttpMessageFactory.createReader(headers, body.getBytes(StandardCharsets.UTF_8))
        .toEvent();
  }

  /** The reference library leaves the escapes of headers to its caller. */
  private static String subject(CloudEvent event, boolean binary) {
    String subject = Objects.requireNonNullElse(event.getSubject(), "none");
    return binary ? URLDecoder.decode(subject, StandardCharsets.UTF_8) : subject;
  }

  private static Instant time(CloudEvent event) {
    return Objects.requireNonNull(event.getTime()).toInstant();
  }

  private static tools.jackson.databind.JsonNode data(CloudEvent event) {
    return JSON.readTree(Objects.requireNonNull(event.getData()).toBytes());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CloudEventTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
