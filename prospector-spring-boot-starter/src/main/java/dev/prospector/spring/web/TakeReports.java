package dev.prospector.spring.web;

import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.tracking.remote.http.RemoteRunsEndpoint;
import dev.prospector.tracking.remote.http.TrackingAnswer;
import dev.prospector.tracking.remote.http.TrackingRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Takes reports of agents that run elsewhere, and answers in the bytes of their endpoint. */
final class TakeReports implements Mounted.Answer {

  private final RemoteRunsEndpoint endpoint;
  private final String path;
  private final Supplier<String> ids;

  /**
   * Answers with an endpoint.
   *
   * @param path below which it is mounted
   */
  TakeReports(RemoteRunsEndpoint endpoint, String path, Supplier<String> ids) {
    this.endpoint = endpoint;
    this.path = path;
    this.ids = ids;
  }

  @Override
  public void to(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(RemoteRunsEndpoint.MOST_BYTES + 1);
    String type = request.getContentType();
    TrackingAnswer answer =
        endpoint.answer(
            new TrackingRequest(
                caller.tenant(),
                ids.get(),
                request.getMethod(),
                target(request),
                type == null ? "" : type,
                body));
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.getOutputStream().write(answer.body());
  }

  /** As it was sent, still escaped, without where the application and this are mounted. */
  private String target(HttpServletRequest request) {
    String target = request.getRequestURI().substring(request.getContextPath().length());
    String below = target.startsWith(path) ? target.substring(path.length()) : target;
    String query = request.getQueryString();
    return query == null ? below : below + "?" + query;
  }
}
