package dev.prospector.spring.web;

import dev.prospector.error.ProspectorException;
import dev.prospector.spring.web.CallerResolver.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.web.HttpRequestHandler;

/** Answers what somebody asks whom the application knows and who may ask it. */
final class Mounted implements HttpRequestHandler {

  /** Answers a request, in the name of its caller. */
  @FunctionalInterface
  interface Answer {
    void to(Caller caller, HttpServletRequest request, HttpServletResponse response)
        throws IOException;
  }

  /**
   * What a caller has to be allowed.
   *
   * @param what in words, after "may not"
   * @param by how that is seen
   */
  record Right(String what, Predicate<CallerResolver.Role> by) {}

  private final CallerResolver callers;
  private final Supplier<String> ids;
  private final Right right;
  private final Answer answer;

  Mounted(CallerResolver callers, Supplier<String> ids, Right right, Answer answer) {
    this.callers = callers;
    this.ids = ids;
    this.right = right;
    this.answer = answer;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = callers.resolve(request);
    if (caller.isEmpty()) {
      Problem.unknownCaller().to(response, ids.get());
    } else if (!right.by().test(caller.get().role())) {
      Problem.notAllowed(right.what()).to(response, ids.get());
    } else {
      try {
        answer.to(caller.get(), request, response);
      } catch (ProspectorException e) {
        Problems.of(e).to(response, ids.get());
      }
    }
  }
}
