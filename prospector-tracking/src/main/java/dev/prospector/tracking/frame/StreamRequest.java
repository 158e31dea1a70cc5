package dev.prospector.tracking.frame;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.error.RequestException;
import dev.prospector.event.RunId;
import dev.prospector.tracking.internal.Fields;
import dev.prospector.tracking.internal.RequestBody;
import dev.prospector.tracking.internal.RequestJson;
import java.util.Optional;

/**
 * What somebody asks a streaming run for.
 *
 * @param job the id of the run: asked for again under it, the same run goes on
 * @param user for whom, as it stands in each frame; says nothing of what the caller may do
 * @param context what is sold and to whom, as an object of JSON; empty for the newest context of
 *     the tenant
 * @param query which companies are looked for, in words; empty for those of the context
 * @param mostLeads the most leads, from 1 to {@value #MOST_LEADS}
 */
public record StreamRequest(
    RunId job, String user, Optional<String> context, Optional<String> query, long mostLeads) {

  /** The most bytes of a body that are read. */
  public static final int MOST_BYTES = 262_144;

  /** The most leads of one run. */
  public static final long MOST_LEADS = 10_000;

  private static final long USUAL_LEADS = 50;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_QUERY = 500;

  /**
   * Reads a body.
   *
   * @param contentType of the body; empty if none was said
   * @param body at most {@link #MOST_BYTES}, and one more if it is longer
   * @throws RequestException if it is no JSON object, or some of its fields are wrong: all problems
   *     at once
   */
  public static StreamRequest parse(String contentType, byte[] body) {
    RequestBody.checkJson(contentType, body, MOST_BYTES);
    Fields fields = new Fields(RequestJson.read(body));
    Optional<RunId> job = fields.required("job_id", LONGEST_NAME, RunId::of);
    Optional<String> user = fields.required("user_id", LONGEST_NAME, text -> text);
    Optional<String> context = fields.object("business_context", MOST_BYTES);
    Optional<String> query = fields.text("user_search_query", LONGEST_QUERY);
    Optional<Long> most = fields.whole("max_leads", 1, MOST_LEADS);
    fields.check();
    return new StreamRequest(
        job.orElseThrow(), user.orElseThrow(), context, query, most.orElse(USUAL_LEADS));
  }

  /** Returns what tells this request from another one under the same job. */
  public String fingerprint() {
    return Fingerprint.hasher()
        .add(user)
        .add(context.orElse(""))
        .add(query.orElse(""))
        .add(mostLeads)
        .finish()
        .toString();
  }
}
