package dev.prospector.adapter.store.internal.journal;

import dev.prospector.adapter.store.internal.database.Json;
import dev.prospector.adapter.store.internal.database.StoreFailure;
import dev.prospector.lead.Lead;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A lead as a run accepted it.
 *
 * @param content the lead as JSON; null once it was forgotten
 */
public record InputRow(
    RunKey run, long position, String lead, @Nullable String content, long checksum) {

  private static final TypeReference<Lead> LEAD = new TypeReference<>() {};

  public static InputRow of(RunKey run, long position, Lead lead) {
    String id = lead.id().value();
    String content = Json.text(lead);
    return new InputRow(run, position, id, content, checksum(run, position, id, content));
  }

  /**
   * Returns a column of the input at the place of {@code l}, to be selected. A join would be read
   * by tenant and run alone where the server knows nothing of a run yet: each place by all others.
   */
  public static String column(String name) {
    return "(select i.%1$s from prospector_run_input i where i.tenant = l.tenant and i.run = l.run"
        .concat(" and i.position = l.position) as %1$s")
        .formatted(name);
  }

  /** Returns the lead, if nothing of it was changed since it was written. */
  public Lead accepted() {
    String name = "lead " + position + " of run '" + run.run() + "'";
    if (content == null || checksum != checksum(run, position, lead, content)) {
      throw StoreFailure.damaged(name);
    }
    return Json.read(content, LEAD, name);
  }

  private static long checksum(RunKey run, long position, String lead, String content) {
    return Checksum.of(run.tenant(), run.run(), String.valueOf(position), lead, content);
  }
}
