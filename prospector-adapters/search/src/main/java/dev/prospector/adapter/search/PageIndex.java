package dev.prospector.adapter.search;

import dev.prospector.web.WebSearch.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jsoup.Jsoup;

/** The words of pages, by three languages at once: whose page it is, is not known beforehand. */
final class PageIndex {

  private static final float HALF = 0.5f;
  private static final int LONGEST_TEXT = 50_000;
  private static final int LONGEST_EXCERPT = 300;
  private static final Map<String, Analyzer> LANGUAGES =
      Map.of(
          "pt", folding(new PortugueseAnalyzer()),
          "en", folding(new EnglishAnalyzer()),
          "es", folding(new SpanishAnalyzer()));
  private static final List<String> FIELDS = List.of("en", "es", "pt");
  private static final Analyzer ANALYZER =
      new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), LANGUAGES);

  private final ByteBuffersDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private PageIndex(ByteBuffersDirectory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
  }

  /** Takes pages. Confined to one thread. */
  static final class Filling {

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final Set<String> added = new HashSet<>();

    Filling() throws IOException {
      writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER));
    }

    void add(String url, String html) throws IOException {
      if (!added.add(url)) {
        return;
      }
      org.jsoup.nodes.Document page = Jsoup.parse(html, url);
      page.select("script, style, noscript, template").remove();
      String body = page.body().text();
      String text = body.substring(0, Math.min(body.length(), LONGEST_TEXT));
      Document document = new Document();
      document.add(new StoredField("url", url));
      document.add(new StoredField("title", page.title()));
      document.add(new StoredField("text", text));
      for (String field : FIELDS) {
        document.add(new TextField(field, page.title() + "\n" + text, Field.Store.NO));
      }
      writer.addDocument(document);
    }

    PageIndex complete() throws IOException {
      writer.forceMerge(1); // One segment: equal scores come in the order of the pages.
      writer.close();
      return new PageIndex(directory);
    }
  }

  List<Hit> find(String query, int limit) throws IOException {
    List<Query> each = new ArrayList<>();
    QueryBuilder builder = new QueryBuilder(ANALYZER);
    for (String field : FIELDS) {
      Query words = builder.createMinShouldMatchQuery(field, query, HALF);
      if (words != null) {
        each.add(words);
      }
    }
    Query any = each.isEmpty() ? new MatchNoDocsQuery() : new DisjunctionMaxQuery(each, 0);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : searcher.search(any, limit).scoreDocs) {
      Document document = searcher.storedFields().document(found.doc);
      hits.add(
          new Hit(
              document.get("url"), document.get("title"), excerpt(document.get("text"), query)));
    }
    return hits;
  }

  /** Returns the text around the first of the query's words that stands in it. */
  private static String excerpt(String text, String query) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    int first = -1;
    for (String word : query.toLowerCase(java.util.Locale.ROOT).split("\\s+")) {
      int at = word.length() > 3 ? lower.indexOf(word) : -1;
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    int start = first < 80 ? 0 : text.indexOf(' ', first - 80) + 1;
    int end = Math.min(text.length(), start + LONGEST_EXCERPT);
    int space = end < text.length() ? text.lastIndexOf(' ', end) : end;
    return text.substring(start, Math.max(start, space)).strip();
  }

  void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Analyzer folding(Analyzer analyzer) {
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String fieldName) {
        return analyzer;
      }

      @Override
      protected TokenStreamComponents wrapComponents(
          String fieldName, TokenStreamComponents components) {
        return new TokenStreamComponents(
            components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
      }
    };
  }
}
