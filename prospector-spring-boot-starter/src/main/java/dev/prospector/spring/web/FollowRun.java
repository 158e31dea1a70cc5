package dev.prospector.spring.web;

import dev.prospector.event.RunEvent;
import dev.prospector.event.RunId;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.tracking.sink.EventLine;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells the events of a run: as Server-Sent Events until the run has ended, from any number on; or,
 * where {@code after} is given, as one page of JSON.
 */
final class FollowRun implements Mounted.Answer {

  private static final int MOST_ON_A_PAGE = 1_000;

  private final RunStore runs;
  private final StreamEvents stream;
  private final Followers followers;
  private final Supplier<String> ids;

  FollowRun(RunStore runs, StreamEvents stream, Followers followers, Supplier<String> ids) {
    this.runs = runs;
    this.stream = stream;
    this.followers = followers;
    this.ids = ids;
  }

  @Override
  public void to(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String id = variables instanceof Map<?, ?> map ? String.valueOf(map.get("id")) : "";
    Optional<StoredRun> run = runs.find(caller.tenant(), RunId.of(id));
    String page = request.getParameter("after");
    String header = request.getHeader("Last-Event-ID");
    Optional<Long> after = number(page != null ? page : header == null ? "0" : header);
    if (run.isEmpty()) {
      Problem.of(404, "not-found", "There is no such run", "there is no run '" + id + "'")
          .to(response, ids.get());
    } else if (after.isEmpty()) {
      Problem.of(
              422,
              "invalid",
              "That is no event's number",
              "Last-Event-ID, or after, is the number of an event: leave it out to begin anew")
          .to(response, ids.get());
    } else if (page != null) {
      page(caller, run.get(), after.get(), response);
    } else {
      follow(caller, run.get(), after.get(), request, response);
    }
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private void page(Caller caller, StoredRun run, long after, HttpServletResponse response)
      throws IOException {
    List<RunEvent> events = runs.events(caller.tenant(), run.id(), after, MOST_ON_A_PAGE);
    long last = events.isEmpty() ? after : events.get(events.size() - 1).position().number();
    response.setContentType("application/json");
    String json =
        events.stream()
            .map(EventLine::of)
            .collect(
                Collectors.joining(
                    ",",
                    "{\"data\":[",
                    "],\"next\":" + last + ",\"ended\":" + isToldOf(run, last) + "}"));
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isToldOf(StoredRun run, long last) {
    return run.state().isEnded() && last >= run.lastEvent();
  }

  private void follow(
      Caller caller,
      StoredRun run,
      long after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (isToldOf(run, after)) {
      // By the standard this is how a reader is told not to come again.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext answer = request.startAsync(request, response);
    answer.setTimeout(0);
    Followers.Telling telling =
        () -> stream.to(response.getOutputStream(), caller.tenant(), run.id(), after);
    if (!followers.tell(answer, telling)) {
      Problem.of(503, "too-many", "Too many follow runs at the moment", "come again a little later")
          .after(10)
          .to(response, ids.get());
      answer.complete();
    }
  }
}
