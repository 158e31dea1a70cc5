package dev.prospector.benchmark.evaluation;

import dev.prospector.agents.address.PublicSuffixList;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How web addresses are read, on whichever of these files a folder has: {@code psl-tests.jsonl}
 * (with the {@code public_suffix_list.dat} beside it, or else the bundled list), {@code
 * crawler-normalize.csv}, {@code crawler-resolve.csv}, {@code wpt-urltestdata.json} and {@code
 * wpt-toascii.json}.
 *
 * <p>The vectors know addresses that a lead cannot have. Where the expected result is not an http
 * or https address with a host (files, FTP, {@code http:/}), or has a user name, the right answer
 * here is a refusal.
 */
final class UrlsEvaluation implements Evaluation {

  @Override
  public String kind() {
    return "urls";
  }

  @Override
  public Score measure(Path folder) throws IOException {
    UrlTally tally = new UrlTally();
    if (Files.exists(folder.resolve("psl-tests.jsonl"))) {
      SuffixRows.measure(folder.resolve("psl-tests.jsonl"), suffixes(folder), tally);
    }
    for (String name : new String[] {"crawler-normalize.csv", "crawler-resolve.csv"}) {
      if (Files.exists(folder.resolve(name))) {
        CrawlerRows.measure(folder.resolve(name), tally);
      }
    }
    if (Files.exists(folder.resolve("wpt-urltestdata.json"))) {
      StandardRows.measureUrls(folder.resolve("wpt-urltestdata.json"), tally);
    }
    if (Files.exists(folder.resolve("wpt-toascii.json"))) {
      StandardRows.measureHosts(folder.resolve("wpt-toascii.json"), tally);
    }
    return tally.score();
  }

  private static PublicSuffixList suffixes(Path folder) throws IOException {
    Path list = folder.resolve("public_suffix_list.dat");
    if (!Files.exists(list)) {
      return PublicSuffixList.bundled();
    }
    try (Reader reader = Files.newBufferedReader(list)) {
      return PublicSuffixList.read(reader);
    }
  }
}
