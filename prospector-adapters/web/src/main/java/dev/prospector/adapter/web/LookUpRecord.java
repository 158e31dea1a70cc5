package dev.prospector.adapter.web;

import dev.prospector.web.PageLookup;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcMetadata;

/**
 * What came of asking a page source, as the fields of a metadata record: the exchanges beside it
 * say what hosts answered, this says what the run made of it.
 *
 * @param values what was found, one or more texts, whose meaning the kind says
 */
record LookUpRecord(Kind kind, String asked, List<String> values) {

  private static final String KIND = "prospector-look-up";
  private static final String ASKED = "asked";
  private static final String VALUE = "value";

  /** What is recorded. */
  enum Kind {
    /** A page: its final address, and when it was read; nothing where that was not recorded. */
    FOUND,
    /** No page, and why. */
    ABSENT,
    /** Not known whether there is a page, and why. */
    FAILED,
    /** Addresses of a host. */
    KNOWN,
    /** A host did not answer, and why: an exchange, not a look-up. */
    UNANSWERED
  }

  /** Fixes the list. */
  LookUpRecord {
    values = List.copyOf(values);
  }

  static LookUpRecord of(PageLookup lookup) {
    return lookup.fold(
        found ->
            new LookUpRecord(
                Kind.FOUND,
                found.url(),
                List.of(
                    found.finalUrl(),
                    found.capturedAt() == null ? "" : found.capturedAt().toString())),
        absent -> new LookUpRecord(Kind.ABSENT, absent.url(), List.of(absent.reason())),
        failed -> new LookUpRecord(Kind.FAILED, failed.url(), List.of(failed.reason())));
  }

  static LookUpRecord known(String host, List<String> urls) {
    return new LookUpRecord(Kind.KNOWN, host, urls);
  }

  static LookUpRecord failure(String url, String reason) {
    return new LookUpRecord(Kind.UNANSWERED, url, List.of(reason));
  }

  /** Returns the record; fields are encoded as in a form, since a reason can be of any letters. */
  WarcMetadata record(Instant at) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put(KIND, List.of(kind.name()));
    fields.put(ASKED, List.of(encoded(asked)));
    fields.put(VALUE, values.stream().map(LookUpRecord::encoded).toList());
    String name = kind + " " + asked + values;
    return new WarcMetadata.Builder()
        .recordId(ArchiveWriter.id(name, at))
        .date(at)
        .fields(fields)
        .build();
  }

  /** Returns what a metadata record says, if it is one of these. */
  static Optional<LookUpRecord> in(MessageHeaders fields) {
    Optional<String> kind = fields.first(KIND);
    Optional<String> asked = fields.first(ASKED);
    for (Kind known : Kind.values()) {
      if (kind.isPresent() && kind.get().equals(known.name()) && asked.isPresent()) {
        List<String> values = fields.all(VALUE).stream().map(LookUpRecord::decoded).toList();
        return Optional.of(new LookUpRecord(known, decoded(asked.get()), values));
      }
    }
    return Optional.empty();
  }

  String value(int position) {
    return position < values.size() ? values.get(position) : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
