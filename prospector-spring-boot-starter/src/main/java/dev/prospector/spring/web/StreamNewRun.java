package dev.prospector.spring.web;

import dev.prospector.spring.web.CallerResolver.Caller;
import dev.prospector.store.StoredRun;
import dev.prospector.tracking.frame.FramePlace;
import dev.prospector.tracking.frame.RunFrames;
import dev.prospector.tracking.frame.StreamRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Starts a run and tells its frames in the same answer; the run does not end with the answer. */
final class StreamNewRun implements Mounted.Answer {

  private final StartStream start;
  private final FollowRun follow;
  private final Supplier<String> ids;

  StreamNewRun(StartStream start, FollowRun follow, Supplier<String> ids) {
    this.start = start;
    this.follow = follow;
    this.ids = ids;
  }

  @Override
  public void to(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      Problem.onlyPost().to(response, ids.get());
      return;
    }
    byte[] body = request.getInputStream().readNBytes(StreamRequest.MOST_BYTES + 1);
    String type = request.getContentType();
    StreamRequest asked = StreamRequest.parse(type == null ? "" : type, body);
    FramePlace after = FollowRun.lastRead(request);
    StoredRun run = start.run(caller, asked);
    RunFrames.Stream what = new RunFrames.Stream(caller.tenant(), run.id(), asked.user());
    follow.follow(what, after, run, request, response);
  }
}
