package dev.prospector.cli.lookup;

import dev.prospector.adapter.registry.local.LocalRegistry;
import dev.prospector.adapter.registry.service.RegistryFormat;
import dev.prospector.adapter.registry.service.RegistryService;
import dev.prospector.adapter.registry.service.ServiceSettings;
import dev.prospector.error.InputException;
import dev.prospector.http.HttpTransport;
import dev.prospector.http.HttpUrl;
import dev.prospector.registry.CompanyRegistry;
import dev.prospector.run.Threads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which register is asked.
 *
 * @param service of which form and where; empty for a file
 * @param file that was imported; empty for a service
 */
record RegistryChoice(Optional<ServiceSettings> service, Optional<Path> file) {

  private static final Map<String, RegistryFormat> FORMATS =
      Map.of(
          "brasilapi", RegistryFormat.BRASIL_API,
          "minhareceita", RegistryFormat.MINHA_RECEITA,
          "cnpjws", RegistryFormat.CNPJ_WS);

  static RegistryChoice of(String written) {
    Optional<RegistryFormat> format = format(written);
    if (format.isPresent()) {
      ServiceSettings usual = ServiceSettings.of(format.get());
      int url = written.indexOf('=');
      return new RegistryChoice(
          Optional.of(url < 0 ? usual : own(usual, written.substring(url + 1))), Optional.empty());
    }
    Path file = Path.of(written);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "--registry "
              + written
              + " is no file, and no service: there are brasilapi, minha-receita and cnpj.ws;"
              + " 'registry import' makes a file");
    }
    return new RegistryChoice(Optional.empty(), Optional.of(file));
  }

  /** A host of the operator's own is asked as fast as it answers. */
  private static ServiceSettings own(ServiceSettings usual, String url) {
    return usual.at(HttpUrl.parse(url), Duration.ZERO);
  }

  private static Optional<RegistryFormat> format(String written) {
    String name = written.replaceFirst("=.*", "").toLowerCase(Locale.ROOT).replaceAll("[-._]", "");
    return Optional.ofNullable(FORMATS.get(name));
  }

  /** Returns the name of a service as it is, and that of a file independent of the folder. */
  static String absolute(String written) {
    return format(written).isPresent() ? written : Path.of(written).toAbsolutePath().toString();
  }

  /** Returns what can be said of it without asking anybody. */
  List<String> examined() {
    if (service.isPresent()) {
      return List.of(service.get().format() + " at " + service.get().host().origin());
    }
    try (LocalRegistry local = LocalRegistry.open(file.orElseThrow())) {
      return List.of(local.identity());
    }
  }

  /** A register that was opened, and what ends it. */
  record Opened(CompanyRegistry registry, Runnable close) {}

  Opened open(HttpTransport transport) {
    if (file.isPresent()) {
      LocalRegistry local = LocalRegistry.open(file.get());
      return new Opened(local, local::close);
    }
    RegistryService asked =
        new RegistryService(
            transport, service.orElseThrow(), Threads.platform(), Clock.systemUTC());
    return new Opened(asked, () -> {});
  }
}
