package dev.prospector.adapter.web;

import dev.prospector.adapter.web.internal.BodyReader;
import dev.prospector.adapter.web.internal.DocumentPage;
import dev.prospector.adapter.web.internal.PageCharset;
import dev.prospector.adapter.web.internal.Travelled;
import dev.prospector.error.InputException;
import dev.prospector.error.PortException;
import dev.prospector.error.RetryAdvice;
import dev.prospector.web.DocumentReader;
import dev.prospector.web.PageLookup;
import dev.prospector.web.PageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pages out of WARC files, or out of a folder with an {@code index.csv}.
 *
 * <p>An address is found as it is written in the archive, else under another spelling of it: {@code
 * http} or {@code https}, with or without {@code www.}, slash at the end, default port or fragment.
 * Of several captures of one address the latest successful one counts. Redirects are followed as
 * far as the archive has them, at most five. Only a list of what there is, is held in memory. Of an
 * address that a recorded run asked for, the archive says what that run was told.
 *
 * <p>Safe for several threads.
 */
public final class PageArchive implements PageSource, Closeable {

  /** The largest body that is read unless another bound is given: 5 MB after decompression. */
  public static final long MOST_BYTES = 5L * 1024 * 1024;

  private static final int MOST_REDIRECTS = 5;

  private final Path path;
  private final Catalogue catalogue;
  private final RecordedLookUps lookUps;
  private final List<Problem> problems;
  private final String identity;
  private final CaptureReader reader;
  private final DocumentReader documents;
  private volatile boolean closed;

  /**
   * Something in an archive that cannot be used; the rest can.
   *
   * @param file the name of the index or WARC file
   * @param place the line in an index, from 1; the offset of the record in a WARC file; 0 where it
   *     is the whole file
   * @param reason what is wrong
   */
  public record Problem(String file, long place, String reason) {

    @Override
    public String toString() {
      return file + ":" + place + ": " + reason;
    }
  }

  private PageArchive(
      Path path, ArchiveContents contents, long mostBytes, DocumentReader documents) {
    this.documents = documents;
    this.path = path;
    this.catalogue = contents.catalogue();
    this.lookUps = contents.lookUps();
    this.problems = contents.problems();
    this.identity = contents.hash().finish();
    this.reader = new CaptureReader(mostBytes);
  }

  /**
   * Opens an archive, with bodies of at most {@link #MOST_BYTES}.
   *
   * @param path a file {@code .warc} or {@code .warc.gz}; a folder of them; or a folder with an
   *     {@code index.csv} in UTF-8, whose columns {@code url} and {@code file} are required and
   *     {@code status}, {@code content_type}, {@code fetched_at} (ISO 8601) and {@code final_url}
   *     are used; files lie within the folder
   * @throws InputException if there is no such archive, or its index has no header
   */
  public static PageArchive open(Path path) {
    return open(path, MOST_BYTES);
  }

  /**
   * Opens an archive.
   *
   * @param path see {@link #open(Path)}
   * @param mostBytes of a body after decompression; a larger one cannot be looked up
   * @throws InputException if there is no such archive, or its index has no header
   */
  public static PageArchive open(Path path, long mostBytes) {
    return open(path, mostBytes, DocumentReader.none());
  }

  /**
   * Opens an archive whose documents are read as pages, with bodies of at most {@link #MOST_BYTES}.
   *
   * @param path see {@link #open(Path)}
   * @throws InputException if there is no such archive, or its index has no header
   */
  public static PageArchive open(Path path, DocumentReader documents) {
    return open(path, MOST_BYTES, documents);
  }

  private static PageArchive open(Path path, long mostBytes, DocumentReader documents) {
    if (!Files.exists(path)) {
      throw new InputException("there is no page archive " + path);
    }
    ArchiveContents contents = new ArchiveContents();
    try {
      List<Path> warcs = Files.isDirectory(path) ? warcs(path) : List.of(path);
      boolean indexed = Files.isDirectory(path) && Files.exists(path.resolve(FolderIndex.NAME));
      if (warcs.isEmpty() && !indexed) {
        throw new InputException(
            path + " holds neither " + FolderIndex.NAME + " nor a file .warc or .warc.gz");
      }
      if (indexed) {
        new FolderIndex(path, contents).read();
      }
      for (Path warc : warcs) {
        new WarcIndex(warc, contents).read();
      }
    } catch (IOException e) {
      throw new InputException("the page archive " + path + " cannot be read: " + e, e);
    }
    contents.catalogue().complete();
    contents.lookUps().complete();
    return new PageArchive(path, contents, mostBytes, documents);
  }

  private static List<Path> warcs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PageArchive::isWarc).sorted().toList();
    }
  }

  private static boolean isWarc(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  @Override
  public PageLookup fetch(String url) throws InterruptedException {
    if (closed) {
      throw new PortException(
          "page-source", "the archive " + path + " is closed", RetryAdvice.never());
    }
    Optional<PageLookup> without = lookUps.without(url);
    if (without.isPresent()) {
      return without.get();
    }
    if (PageKey.of(url).isEmpty()) {
      return new PageLookup.Absent(url, "not an http or https address");
    }
    Optional<Capture> recorded = lookUps.found(url);
    Optional<Capture> first = recorded.or(() -> catalogue.find(url));
    if (first.isEmpty()) {
      return new PageLookup.Absent(url, "the archive has no such page");
    }
    try {
      return recorded.isPresent() ? read(url, first.get()) : follow(url, first.get());
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException("interrupted while reading from " + path);
    } catch (BodyReader.Unreadable e) {
      return new PageLookup.Failed(url, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new PageLookup.Failed(url, "the archive cannot be read there: " + e.getMessage());
    }
  }

  private PageLookup read(String url, Capture capture) throws IOException, BodyReader.Unreadable {
    PageBytes bytes = reader.read(capture);
    return found(
        url, capture, capture, new PageBytes(Travelled.removedFrom(bytes.headers()), bytes.body()));
  }

  private PageLookup follow(String url, Capture first) throws IOException, BodyReader.Unreadable {
    Capture capture = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Capture bytesOf = capture.place() instanceof Capture.Elsewhere e ? original(e) : capture;
      PageBytes bytes = reader.read(bytesOf);
      Optional<Capture> next =
          bytesOf.isRedirect()
              ? Redirects.target(bytesOf.url(), bytes).flatMap(catalogue::find)
              : Optional.empty();
      if (next.isEmpty() || next.get().equals(capture)) {
        return found(url, capture, bytesOf, bytes);
      }
      capture = next.get();
    }
    return new PageLookup.Failed(url, "more than " + MOST_REDIRECTS + " redirects");
  }

  private Capture original(Capture.Elsewhere place) throws BodyReader.Unreadable {
    return catalogue
        .find(place.target())
        .filter(c -> !(c.place() instanceof Capture.Elsewhere))
        .orElseThrow(
            () ->
                new BodyReader.Unreadable(
                    "unchanged since an earlier capture, which the archive does not have"));
  }

  private PageLookup found(String url, Capture capture, Capture bytesOf, PageBytes bytes) {
    String type = DocumentPage.type(bytes.header("content-type"));
    if (type.equals("application/pdf") && !documents.reads(type)) {
      return new PageLookup.Failed(url, "it is no page but a document of type " + type);
    }
    if (documents.reads(type)) {
      return documents
          .read(bytes.body())
          .fold(
              text ->
                  new PageLookup.Found(
                      url,
                      capture.finalUrl(),
                      bytesOf.status(),
                      DocumentPage.headers(bytes.headers()),
                      DocumentPage.html(text),
                      capture.capturedAt()),
              unreadable -> new PageLookup.Failed(url, unreadable.reason()));
    }
    String text = PageCharset.decode(bytes.body(), bytes.header("content-type"));
    return new PageLookup.Found(
        url, capture.finalUrl(), bytesOf.status(), bytes.headers(), text, capture.capturedAt());
  }

  /**
   * Returns a SHA-256 as 64 hexadecimal digits, over names, sizes and what else can be read
   * quickly: all of {@code index.csv} and the name and size of each file in it; of a WARC file its
   * first and last 64 kB. A change within a page that leaves its size as it was is therefore not
   * noticed in a folder; write another {@code fetched_at} with it.
   */
  @Override
  public String identity() {
    return identity;
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public List<String> known(String host) {
    return lookUps.known(host).orElseGet(() -> catalogue.known(host));
  }

  /** Returns every address in the archive, as written there, in alphabetical order. */
  public List<String> urls() {
    return catalogue.urls();
  }

  /** Returns every host in the archive, without {@code www.}, in alphabetical order. */
  public List<String> hosts() {
    return catalogue.hosts();
  }

  /** Returns what could not be used, in the order met; at most 10,000. */
  public List<Problem> problems() {
    return problems;
  }

  /** Ends the use of the archive; look-ups fail from now on. */
  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "page archive " + path;
  }
}
