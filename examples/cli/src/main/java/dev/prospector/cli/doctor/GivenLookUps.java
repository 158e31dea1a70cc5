package dev.prospector.cli.doctor;

import dev.prospector.cli.lookup.LookUpSettings;
import dev.prospector.error.InputException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says where is looked up beside pages, what that needs, and what is not configured. */
public final class GivenLookUps {

  private GivenLookUps() {}

  /**
   * Examines it; nobody is asked.
   *
   * @param environment where keys are
   */
  public static void examine(
      LookUpSettings settings,
      Function<String, @Nullable String> environment,
      Diagnosis diagnosis) {
    for (LookUpSettings.Part part : settings.parts()) {
      try {
        List<String> said = part.examine(environment);
        said.forEach(sentence -> diagnosis.fine(part.subject(), sentence));
        if (said.isEmpty()) {
          diagnosis.note(part.subject(), part.lacking(), part.advice());
        }
      } catch (InputException e) {
        diagnosis.problem(part.subject(), String.valueOf(e.getMessage()));
      }
    }
  }
}
