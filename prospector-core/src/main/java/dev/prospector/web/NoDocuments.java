package dev.prospector.web;

/** No documents are read. */
enum NoDocuments implements DocumentReader {
  INSTANCE;

  @Override
  public boolean reads(String mediaType) {
    return false;
  }

  @Override
  public Result read(byte[] document) {
    return new Unreadable(Why.BROKEN, "no reader of documents is configured");
  }
}
