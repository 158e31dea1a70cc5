package dev.prospector.agents.relevance;

import dev.prospector.agents.page.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Reads a text as stems by Lucene's analyzer of its language, accents folded after stemming. */
public final class Terms {

  private Terms() {}

  /**
   * Returns the terms in the order of the text, without stop words.
   *
   * @param language other than Portuguese and Spanish is read as English
   */
  public static List<Term> of(String text, Language language) {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = analyzer(language).tokenStream("", text)) {
      CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(stem.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a word, by its stem, is one that most companies use. */
  public static boolean isOrdinary(String stem, Language language) {
    return WordWeights.isOrdinary(stem, language);
  }

  private static Analyzer analyzer(Language language) {
    return switch (language) {
      case PORTUGUESE -> Portuguese.ANALYZER;
      case SPANISH -> Spanish.ANALYZER;
      default -> English.ANALYZER;
    };
  }

  private static Analyzer folding(Analyzer analyzer) {
    return new AnalyzerWrapper(Analyzer.GLOBAL_REUSE_STRATEGY) {
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

  // Each is made when a text of its language is first read: they hold long lists of words.

  private static final class Portuguese {
    static final Analyzer ANALYZER = folding(new PortugueseAnalyzer());
  }

  private static final class English {
    static final Analyzer ANALYZER = folding(new EnglishAnalyzer());
  }

  private static final class Spanish {
    static final Analyzer ANALYZER = folding(new SpanishAnalyzer());
  }
}
