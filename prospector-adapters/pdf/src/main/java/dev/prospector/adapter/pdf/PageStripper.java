package dev.prospector.adapter.pdf;

import dev.prospector.run.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Takes the text out of pages, and looks at the time with every operator. */
final class PageStripper extends PDFTextStripper {

  /** The time is over, or the thread was interrupted. */
  static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final PdfLimits limits;
  private final Threads threads;
  private final long end;

  PageStripper(PdfLimits limits, Threads threads) {
    this.limits = limits;
    this.threads = threads;
    this.end = threads.nanoTime() + limits.time().toNanos();
    setSortByPosition(true);
    setLineSeparator("\n");
  }

  List<String> pages(PDDocument document) throws IOException {
    List<String> pages = new ArrayList<>();
    int characters = 0;
    int most = Math.min(document.getNumberOfPages(), limits.pages());
    for (int page = 1; page <= most && characters < limits.characters(); page++) {
      setStartPage(page);
      setEndPage(page);
      String text = getText(document);
      pages.add(text.substring(0, Math.min(text.length(), limits.characters() - characters)));
      characters += text.length();
    }
    return pages;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (threads.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
      throw new Late();
    }
    super.processOperator(operator, operands);
  }
}
