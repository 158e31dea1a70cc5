package dev.prospector.cli.run;

import dev.prospector.adapter.imports.LeadFile;
import dev.prospector.cli.output.RejectedRows;
import dev.prospector.lead.Lead;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/**
 * The list of a run that is kept: read as long as the store has not accepted all of it, or as long
 * as it lies there unchanged.
 *
 * @param file the list; empty if it is not needed any more
 * @param leads how many there are
 * @param rejected the rows that are none
 */
public record InputList(Optional<LeadFile> file, long leads, RejectedRows rejected)
    implements AutoCloseable {

  /** Opens the list of a task, and writes the rows that are no leads. */
  public static InputList open(Task task, RejectedRows rejected) {
    try {
      LeadFile file = LeadFile.open(task.list(), task.rows().settings(), rejected);
      return new InputList(Optional.of(file), file.leads(), rejected);
    } catch (RuntimeException e) {
      rejected.close();
      throw e;
    }
  }

  /** Returns a list that was accepted to its end, and is not there any more as it was. */
  public static InputList accepted(long leads) {
    return new InputList(Optional.empty(), leads, RejectedRows.toldOnly());
  }

  public Iterator<Lead> iterator() {
    return file.map(LeadFile::iterator).orElse(Collections.emptyIterator());
  }

  /** Returns where and how the list breaks off, if it does. */
  public Optional<String> breakOff() {
    return file.flatMap(LeadFile::breakOff);
  }

  public long foldedRows() {
    return file.map(LeadFile::foldedRows).orElse(0L);
  }

  @Override
  public void close() {
    file.ifPresent(LeadFile::close);
    rejected.close();
  }
}
