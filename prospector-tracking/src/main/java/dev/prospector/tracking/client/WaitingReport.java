package dev.prospector.tracking.client;

/** A report that is to be sent: the same bytes each time, so the same id. */
record WaitingReport(String path, byte[] body) {}
