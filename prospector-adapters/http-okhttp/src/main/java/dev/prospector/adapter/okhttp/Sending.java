package dev.prospector.adapter.okhttp;

import okhttp3.Call;
import okhttp3.EventListener;

/** Knows of one call whether any of it was sent. */
final class Sending extends EventListener {

  private volatile boolean begun;

  @Override
  public void requestHeadersStart(Call call) {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }
}
