package dev.prospector.web;

import dev.prospector.call.Effect;

/** No web search is configured. */
enum NoSearch implements WebSearch {
  INSTANCE;

  @Override
  public Result search(String query, String country, int limit) {
    return new Result.Failed("no web search is configured");
  }

  @Override
  public String identity() {
    return "none";
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public boolean isConfigured() {
    return false;
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }
}
