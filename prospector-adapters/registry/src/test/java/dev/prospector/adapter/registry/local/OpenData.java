package dev.prospector.adapter.registry.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes invented files in the format of the open data. */
final class OpenData {

  private final List<String> companies = new ArrayList<>();
  private final List<String> establishments = new ArrayList<>();
  private final List<String> partners = new ArrayList<>();

  OpenData company(String root, String name) {
    companies.add(row(root, name, "2062", "49", "1000,00", "05", ""));
    return this;
  }

  /** The head office has the order 0001. */
  OpenData establishment(String root, String order, String digits, String trade, String city) {
    String head = order.equals("0001") ? "1" : "2";
    String state = city.equals("7107") ? "SP" : "RJ";
    establishments.add(
        row(root, order, digits, head, trade, "02", "20131003", "00", "", "")
            .replace("\n", ";")
            .concat(row("20131003", "2511000", "2512800", "RUA", "DAS FLORES; FUNDOS", "10", ""))
            .replace("\n", ";")
            .concat(row("CENTRO", "01310100", state, city, "11", "33334444", "", "", "", ""))
            .replace("\n", ";")
            .concat(row("dono@firma.example", "", "")));
    return this;
  }

  OpenData partner(String root, String name) {
    partners.add(row(root, "2", name, "***123456**", "49", "20131003", "", "", "", "", "5"));
    return this;
  }

  private static String row(String... cells) {
    return "\"" + String.join("\";\"", cells) + "\"\n";
  }

  /** Companies are zipped, as they are published; the others are not. */
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    zip(folder.resolve("Empresas0.zip"), "K3241.K03200Y0.D60214.EMPRECSV", companies);
    plain(folder.resolve("K3241.K03200Y0.D60214.ESTABELE"), establishments);
    plain(folder.resolve("Socios0.csv"), partners);
    plain(folder.resolve("F.K03200Z.D60214.MUNICCSV"), cities());
    plain(folder.resolve("F.K03200Z.D60214.CNAECSV"), List.of(row("2511000", "Fabricação")));
    plain(folder.resolve("F.K03200Z.D60214.NATJUCSV"), List.of(row("2062", "Limitada")));
    Files.writeString(folder.resolve("leiame.txt"), "nothing of ours");
    return folder;
  }

  private static List<String> cities() {
    return List.of(row("7107", "SÃO PAULO"), row("6001", "RIO DE JANEIRO"));
  }

  private static void plain(Path file, List<String> rows) throws IOException {
    Files.write(file, String.join("", rows).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void zip(Path file, String name, List<String> rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(String.join("", rows).getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
