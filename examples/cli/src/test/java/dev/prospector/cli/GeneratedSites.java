package dev.prospector.cli;

import dev.prospector.cli.LocalWeb.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sites of invented companies, each with one of the troubles that sites have. */
final class GeneratedSites {

  private static final List<String> WORDS =
      List.of(
          "Aroeira",
          "Ipê",
          "Jatobá",
          "Cedro",
          "Peroba",
          "Imbuia",
          "Jacarandá",
          "Angico",
          "Cabreúva",
          "Sucupira",
          "Canela",
          "Araucária",
          "Guapuruvu",
          "Timbó",
          "Paineira");
  private static final List<String> TRADES =
      List.of("Transportes", "Logística", "Fretes", "Cargas", "Armazéns");

  /** What is the matter with a site. */
  enum Trouble {
    NONE,
    SITEMAP,
    REDIRECT,
    SLOW,
    BROKEN,
    WRONG_CHARSET,
    CHALLENGE,
    HUGE,
    FORBIDDEN,
    ENDED
  }

  /** One company. */
  record Site(String host, String name, Trouble trouble) {}

  private final List<Site> sites = new ArrayList<>();

  /** Makes sites and puts them into a web. */
  static List<Site> in(LocalWeb web, int number, long seed) {
    Random chance = new Random(seed);
    GeneratedSites made = new GeneratedSites();
    for (int i = 0; i < number; i++) {
      Trouble trouble = Trouble.values()[i % Trouble.values().length];
      String word = WORDS.get(chance.nextInt(WORDS.size()));
      String name = TRADES.get(chance.nextInt(TRADES.size())) + " " + word + " " + (i + 1);
      made.add(web, new Site("empresa" + (i + 1) + ".example", name, trouble), chance);
    }
    return made.sites;
  }

  private void add(LocalWeb web, Site site, Random chance) {
    sites.add(site);
    String host = site.host();
    boolean forbidden = site.trouble() == Trouble.FORBIDDEN;
    String robots = "User-agent: *\nDisallow: " + (forbidden ? "/" : "/interno") + "\n";
    if (site.trouble() == Trouble.SITEMAP) {
      robots += "Sitemap: " + web.origin(host) + "/sitemap.xml\n";
      web.page(host, "/sitemap.xml", Answer.text("application/xml", sitemap(web, host)));
    }
    web.page(host, "/robots.txt", Answer.text("text/plain", robots));
    web.page(host, "/", home(site, chance));
    web.page(host, "/inicio", Answer.html(page(site, 40)));
    web.page(host, "/contato", Answer.html(contact(site, chance)));
    web.page(host, "/sobre", Answer.html(about(site, chance)));
    web.page(host, "/interno", Answer.html("<p>Somente para a equipe."));
  }

  private static Answer home(Site site, Random chance) {
    int trucks = 10 + chance.nextInt(300);
    Answer plain = Answer.html(page(site, trucks));
    return switch (site.trouble()) {
      case REDIRECT -> Answer.redirect("/inicio");
      case SLOW -> plain.after(300);
      case BROKEN -> Answer.status(500);
      case CHALLENGE ->
          Answer.html("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>");
      case HUGE -> Answer.html(page(site, trucks) + "<p>carga ".repeat(900_000));
      case ENDED -> new Answer(0, Map.of(), new byte[0], 0);
      case WRONG_CHARSET ->
          new Answer(
              200,
              Map.of("Content-Type", "text/html; charset=utf-8"),
              page(site, trucks).getBytes(StandardCharsets.ISO_8859_1),
              0);
      default -> plain;
    };
  }

  private static String page(Site site, int trucks) {
    return "<!doctype html><html lang=pt-BR><head><title>"
        + site.name()
        + " - transporte de cargas</title></head><body><nav><a href=/contato>Contato</a>"
        + "<a href=/sobre>Sobre nós</a><a href=/interno>Intranet</a></nav><h1>"
        + site.name()
        + "</h1><p>Somos uma transportadora com "
        + trucks
        + " caminhões e atendemos indústrias em todo o Brasil com transporte rodoviário de cargas."
        + " O roteiro das entregas ainda é feito à mão em planilhas, e os atrasos são frequentes."
        + "</p></body></html>";
  }

  private static String contact(Site site, Random chance) {
    return "<!doctype html><html lang=pt-BR><title>Contato</title><h1>Contato</h1><p>"
        + site.name()
        + "</p><p>Telefone: (41) 3"
        + (100 + chance.nextInt(900))
        + "-"
        + (1000 + chance.nextInt(9000))
        + "</p><p><a href=\"mailto:contato@"
        + site.host()
        + "\">contato@"
        + site.host()
        + "</a></p></html>";
  }

  private static String about(Site site, Random chance) {
    return "<!doctype html><html lang=pt-BR><title>Sobre</title><h1>Sobre a "
        + site.name()
        + "</h1><p>Fundada em "
        + (1960 + chance.nextInt(60))
        + ", a empresa tem "
        + (20 + chance.nextInt(400))
        + " funcionários e sede em Curitiba.</p></html>";
  }

  private static String sitemap(LocalWeb web, String host) {
    String begin = "<url><loc>" + web.origin(host);
    return "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        + begin
        + "/sobre</loc></url>"
        + begin
        + "/contato</loc></url></urlset>";
  }
}
