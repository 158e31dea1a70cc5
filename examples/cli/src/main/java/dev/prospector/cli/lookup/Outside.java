package dev.prospector.cli.lookup;

import dev.prospector.adapter.okhttp.OkHttpSettings;
import dev.prospector.adapter.okhttp.OkHttpTransport;
import dev.prospector.adapter.pdf.PdfDocuments;
import dev.prospector.adapter.pdf.PdfLimits;
import dev.prospector.http.HttpTransport;
import dev.prospector.run.Threads;
import dev.prospector.web.DocumentReader;
import java.time.Duration;

/** How everything outside but models is asked. */
public final class Outside {

  /** Many servers end a connection that was silent for five seconds. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

  private Outside() {}

  /** Returns what reads documents that sites link to. */
  public static DocumentReader documents() {
    return new PdfDocuments(PdfLimits.defaults(), Threads.platform());
  }

  /** Returns a transport that connects to checked addresses alone. */
  public static HttpTransport transport() {
    return OkHttpTransport.create(OkHttpSettings.defaults().withKeepAlive(KEEP_ALIVE));
  }
}
