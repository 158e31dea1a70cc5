package dev.prospector.agents.company.industry;

import dev.prospector.context.Language;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The closed vocabulary of industries: the eleven sectors that securities are classed by. */
public enum Industry {
  /** Oil, gas, coal, fuels, and services to their producers. */
  ENERGY("Energia e combustíveis", "Energy", "Energía y combustibles"),
  /** Mining, metals, chemicals, building materials, paper and packaging. */
  MATERIALS("Materiais básicos", "Materials", "Materiales básicos"),
  /** Machinery, construction, transport, and services to businesses. */
  INDUSTRIALS(
      "Indústria, construção, transporte e serviços a empresas",
      "Industrials",
      "Industria, construcción, transporte y servicios a empresas"),
  /** Vehicles, clothing, household durables, retail, hospitality and education. */
  CONSUMER_DISCRETIONARY("Consumo cíclico", "Consumer discretionary", "Consumo discrecional"),
  /** Food, drink, agriculture, groceries, household and personal products. */
  CONSUMER_STAPLES("Consumo básico", "Consumer staples", "Consumo básico"),
  /** Care, medical equipment, medicines and biotechnology. */
  HEALTH_CARE("Saúde", "Health care", "Salud"),
  /** Banks, insurers, asset managers and other finance. */
  FINANCIALS("Finanças e seguros", "Financials", "Finanzas y seguros"),
  /** Software, services about it, electronics and semiconductors. */
  INFORMATION_TECHNOLOGY(
      "Tecnologia da informação", "Information technology", "Tecnología de la información"),
  /** Telecommunications, media, entertainment and advertising. */
  COMMUNICATION_SERVICES("Comunicação e mídia", "Communication services", "Comunicación y medios"),
  /** Electricity, gas and water supply. */
  UTILITIES("Energia elétrica, gás e água", "Utilities", "Electricidad, gas y agua"),
  /** Property development, management, letting and brokerage. */
  REAL_ESTATE("Imóveis", "Real estate", "Inmuebles");

  private final String portuguese;
  private final String english;
  private final String spanish;

  Industry(String portuguese, String english, String spanish) {
    this.portuguese = portuguese;
    this.english = english;
    this.spanish = spanish;
  }

  /** Returns the name for readers of the language. */
  public String label(Language language) {
    return switch (language) {
      case PT_BR -> portuguese;
      case EN -> english;
      case ES -> spanish;
    };
  }

  /** Returns the industry of a code or a label in any language; case and accents do not matter. */
  public static Optional<Industry> named(String written) {
    return Optional.ofNullable(Named.BY_KEY.get(Named.key(written)));
  }

  /** The names are made comparable once, since every imported row is asked. */
  private static final class Named {
    static final Map<String, Industry> BY_KEY = byKey();

    static String key(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKD)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^a-z]", "");
    }

    private static Map<String, Industry> byKey() {
      Map<String, Industry> byKey = new HashMap<>();
      for (Industry industry : values()) {
        byKey.putIfAbsent(key(industry.name()), industry);
        for (Language language : Language.values()) {
          byKey.putIfAbsent(key(industry.label(language)), industry);
        }
      }
      return Map.copyOf(byKey);
    }
  }
}
