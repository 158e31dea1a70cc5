package dev.prospector.adapter.okhttp;

import dev.prospector.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that is sent once. */
final class SentBody extends RequestBody {

  private final HttpBody body;

  SentBody(HttpBody body) {
    this.body = body;
  }

  /** The headers say it. */
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return body.length();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (InputStream content = body.open()) {
      content.transferTo(sink.outputStream());
    }
  }
}
