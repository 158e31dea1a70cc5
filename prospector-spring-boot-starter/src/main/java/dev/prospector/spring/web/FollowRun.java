package dev.prospector.spring.web;

import dev.prospector.event.RunId;
import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.store.RunStore;
import dev.prospector.store.StoredRun;
import dev.prospector.tracking.frame.Frame;
import dev.prospector.tracking.frame.FramePlace;
import dev.prospector.tracking.frame.FrameReader;
import dev.prospector.tracking.frame.RunFrames;
import dev.prospector.tracking.frame.ServerSentEvents;
import dev.prospector.tracking.frame.StreamRun;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells the frames of a run: as Server-Sent Events to who asks for those, until the run has ended,
 * from any frame on; else as one page of JSON.
 */
final class FollowRun implements Mounted.Answer {

  private static final int MOST_FRAMES = 1_000;

  private final RunStore runs;
  private final RunFrames frames;
  private final StreamRun stream;
  private final Followers followers;
  private final Supplier<String> ids;

  FollowRun(
      RunStore runs,
      RunFrames frames,
      StreamRun stream,
      Followers followers,
      Supplier<String> ids) {
    this.runs = runs;
    this.frames = frames;
    this.stream = stream;
    this.followers = followers;
    this.ids = ids;
  }

  @Override
  public void to(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String id = variables instanceof Map<?, ?> map ? String.valueOf(map.get("id")) : "";
    RunId run = RunId.of(id);
    Optional<StoredRun> stored = runs.find(caller.tenant(), run);
    if (stored.isEmpty()) {
      Problem.of(404, "not-found", "There is no such run", "there is no run '" + id + "'")
          .to(response, ids.get());
      return;
    }
    RunFrames.Stream what = new RunFrames.Stream(caller.tenant(), run, caller.person());
    String after = request.getParameter("after");
    if (after != null) {
      page(frames.read(what, FramePlace.parse(after)), response);
    } else {
      follow(what, lastRead(request), stored.get(), request, response);
    }
  }

  /** Returns what who asks has read already. */
  static FramePlace lastRead(HttpServletRequest request) {
    String last = request.getHeader("Last-Event-ID");
    return FramePlace.parse(last == null ? "" : last);
  }

  private static void page(FrameReader reader, HttpServletResponse response) throws IOException {
    List<String> data = new ArrayList<>();
    for (List<Frame> next = reader.next();
        !next.isEmpty() && data.size() < MOST_FRAMES;
        next = reader.next()) {
      next.forEach(frame -> data.add(frame.data()));
    }
    response.setContentType("application/json");
    String json =
        "{\"data\":["
            + String.join(",", data)
            + "],\"next\":\""
            + reader.place()
            + "\",\"ended\":"
            + reader.isEnded()
            + "}";
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with a run from a frame on; the answer goes on after this has returned. */
  void follow(
      RunFrames.Stream what,
      FramePlace after,
      StoredRun run,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (run.state().isEnded() && after.event() >= run.lastEvent()) {
      // By the standard this is how a reader is told not to come again.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    tell(what, after, request, response);
  }

  private void tell(
      RunFrames.Stream what,
      FramePlace after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setContentType(ServerSentEvents.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext answer = request.startAsync(request, response);
    answer.setTimeout(0);
    boolean begun =
        followers.tell(answer, () -> stream.to(response.getOutputStream(), what, after));
    if (!begun) {
      Problem.of(503, "too-many", "Too many follow runs at the moment", "come again a little later")
          .after(10)
          .to(response, ids.get());
      answer.complete();
    }
  }
}
