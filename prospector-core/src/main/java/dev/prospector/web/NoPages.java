package dev.prospector.web;

/** No pages: every look-up says that no source is configured. */
enum NoPages implements PageSource {
  INSTANCE;

  @Override
  public PageLookup fetch(String url) {
    return new PageLookup.Absent(url, "no page source is configured");
  }

  @Override
  public String identity() {
    return "none";
  }

  @Override
  public boolean isFixed() {
    return true;
  }
}
