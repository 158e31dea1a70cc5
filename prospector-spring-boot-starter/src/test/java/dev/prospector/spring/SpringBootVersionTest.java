package dev.prospector.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** These tests run on the Spring Boot that they are meant to run on. */
class SpringBootVersionTest {

  @Test
  void theVersionIsTheExpectedOne() {
    String expected = System.getProperty("expected.spring-boot", SpringBootVersion.getVersion());
    assertThat(SpringBootVersion.getVersion()).isEqualTo(expected);
  }
}
