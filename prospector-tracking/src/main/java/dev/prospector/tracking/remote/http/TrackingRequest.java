package dev.prospector.tracking.remote.http;

import dev.prospector.lead.Tenant;

/**
 * A request as a web framework received it, after it found out in whose name it is made.
 *
 * @param tenant in whose name, never taken from the request itself
 * @param id names the request in the answer to an error
 * @param method such as {@code POST}
 * @param target path and query as they were sent, still escaped, below where this is mounted
 * @param contentType of the body; empty if none was said
 * @param body at most {@link RemoteRunsEndpoint#MOST_BYTES}, and one more if it is longer
 */
public record TrackingRequest(
    Tenant tenant, String id, String method, String target, String contentType, byte[] body) {

  /** Returns the path, without the query. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Returns the query; empty if there is none. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  @Override
  public String toString() {
    return method + " " + path() + ", " + body.length + " bytes";
  }
}
