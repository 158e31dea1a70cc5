package dev.prospector.spring.web;

import dev.prospector.error.BudgetRefusedException;
import dev.prospector.error.ConfigurationException;
import dev.prospector.error.InputException;
import dev.prospector.error.LeaseLostException;
import dev.prospector.error.PortException;
import dev.prospector.error.ProspectorException;
import dev.prospector.error.RequestException;
import dev.prospector.error.RunException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What an exception of ours means to who asks over HTTP. */
final class Problems {

  private static final int SOON = 2;

  private Problems() {}

  static Problem of(ProspectorException error) {
    String message = String.valueOf(error.getMessage());
    if (error instanceof RequestException request) {
      return Problem.of(
              request.kind().status(), request.slug(), "The request cannot be done", message)
          .with(request.problems());
    } else if (error instanceof InputException) {
      return Problem.of(422, "invalid", "Something given cannot be used", message);
    } else if (error instanceof RunException) {
      return Problem.of(409, "run", "The run does not allow it", message);
    } else if (error instanceof BudgetRefusedException) {
      return Problem.of(403, "budget-refused", "A limit does not allow it", message);
    } else if (error instanceof ConfigurationException) {
      return Problem.of(422, "not-configured", "Something is not set up for it", message);
    } else if (error instanceof LeaseLostException) {
      return Problem.of(409, "worked-on-elsewhere", "It is worked on elsewhere", message);
    } else if (error instanceof PortException port) {
      return away(port);
    }
    return Problem.of(409, "not-possible", "It is not possible now", message);
  }

  /** What failed below is not for the caller. */
  private static Problem away(PortException error) {
    int seconds = (int) Math.max(SOON, Math.min(3600, error.advice().delay().toSeconds()));
    return Problem.of(
            503, "store-away", "It cannot be done at the moment", "ask again a little later")
        .after(seconds);
  }

  static ProblemDetail detail(ProspectorException error) {
    Problem problem = of(error);
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), problem.detail());
    detail.setType(URI.create("/problems/" + problem.slug()));
    detail.setTitle(problem.title());
    if (!problem.errors().isEmpty()) {
      detail.setProperty("errors", problem.errors());
    }
    return detail;
  }
}
