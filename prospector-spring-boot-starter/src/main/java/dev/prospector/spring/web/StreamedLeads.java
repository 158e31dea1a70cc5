package dev.prospector.spring.web;

import dev.prospector.context.BusinessContext;
import dev.prospector.event.RunId;
import dev.prospector.lead.Lead;
import dev.prospector.spring.web.CallerResolver.Caller;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * Says on which companies a streaming run works. A bean of the application takes the place of the
 * search of the web, such as one that looks into its own tables. Safe for several threads.
 */
@FunctionalInterface
public interface StreamedLeads {

  /**
   * Returns the leads of a run. They are taken by a thread of the run, one by one as it needs them;
   * what is thrown meanwhile ends the run as failed.
   *
   * @param wanted the same run may be asked for again after a crash, and is given the same leads
   *     then
   * @throws dev.prospector.error.ProspectorException if the run cannot begin, such as a {@link
   *     dev.prospector.error.RequestException}: it is answered, and no run is stored
   */
  Iterator<Lead> find(Wanted wanted);

  /**
   * What is wanted.
   *
   * @param caller who asks
   * @param run the run that the leads are for
   * @param context what is sold and to whom
   * @param query which companies are looked for, in words; empty for those of the context
   * @param most what is more than so many is left out, from 1
   */
  record Wanted(
      Caller caller, RunId run, BusinessContext context, Optional<String> query, long most) {

    /** Checks that all is there. */
    public Wanted {
      Objects.requireNonNull(caller);
      Objects.requireNonNull(run);
      Objects.requireNonNull(context);
      Objects.requireNonNull(query);
    }
  }
}
