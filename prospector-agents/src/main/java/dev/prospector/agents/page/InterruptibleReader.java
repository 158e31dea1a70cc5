package dev.prospector.agents.page;

import dev.prospector.agents.internal.Interruption;
import java.io.IOException;
import java.io.StringReader;

/** Hands a page's source to the parser piece by piece, unless the thread is interrupted. */
final class InterruptibleReader extends StringReader {

  InterruptibleReader(String html) {
    super(html);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    Interruption.check("parsing a page");
    return super.read(buffer, offset, length);
  }
}
