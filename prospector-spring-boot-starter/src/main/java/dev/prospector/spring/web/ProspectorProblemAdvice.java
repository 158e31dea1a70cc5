package dev.prospector.spring.web;

import dev.prospector.error.ProspectorException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for the application's own controllers where an exception of ours leaves them. */
@RestControllerAdvice
final class ProspectorProblemAdvice {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> answer(ProspectorException error) {
    Problem problem = Problems.of(error);
    HttpHeaders headers = new HttpHeaders();
    problem.retryAfter().ifPresent(s -> headers.set("Retry-After", String.valueOf(s)));
    return ResponseEntity.status(problem.status()).headers(headers).body(Problems.detail(error));
  }
}
