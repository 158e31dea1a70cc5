package dev.prospector.adapter.imports;

import dev.prospector.adapter.imports.internal.column.ColumnMapping;
import dev.prospector.adapter.imports.internal.row.ListFormat;
import dev.prospector.adapter.imports.internal.row.Row;
import dev.prospector.adapter.imports.internal.row.RowSource;
import dev.prospector.error.InputException;
import dev.prospector.lead.Lead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leads of a list: CSV with any usual delimiter, JSON, JSON Lines, or the output of a search
 * harvester, each also compressed with gzip.
 *
 * <p>The list is read twice. Opening reads it once, reports the rows that are no leads and finds
 * those that repeat a company: a row with the registrable domain of an earlier one is folded into
 * it and noted there, and what it says becomes evidence of that lead (of the first 20 such rows).
 * Iterating reads it again, row by row; memory does not grow with the list, but for a few bytes for
 * each row.
 *
 * <p>The same list gives the same leads with the same ids: the registrable domain, or, without a
 * website of the company's own, the page's address or the name with a digest of the row.
 *
 * <p>Not safe for several threads.
 */
public final class LeadFile implements Iterable<Lead>, AutoCloseable {

  private final Path file;
  private final Optional<ReceivedFile> received;
  private final ListFormat format;
  private final ReadSettings settings;
  private final ColumnMapping mapping;
  private final Folds folds = new Folds();
  private final List<RowSource> open = new ArrayList<>();
  private long leads;
  private long rejected;
  private int last;
  private Optional<String> breakOff = Optional.empty();

  private LeadFile(Path file, Optional<ReceivedFile> received, ReadSettings settings)
      throws IOException {
    this.file = file;
    this.received = received;
    this.format = ListFormat.of(file);
    this.settings = settings;
    this.mapping = new ColumnMapping(settings.columns());
  }

  /**
   * Opens a list and looks through it.
   *
   * @param rejections is told every row, of those asked for, that is no lead; not closed here
   * @throws InputException if the file cannot be read, or no column is known to hold a name or
   *     website
   */
  public static LeadFile open(Path file, ReadSettings settings, Rejections rejections) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("there is no file " + file);
    }
    try {
      return opened(file, Optional.empty(), settings, rejections);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    } catch (InputException e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a list that arrives as a stream, such as an upload, and looks through it. It is kept in a
   * file that nobody else can read until this is closed.
   *
   * @param list read to its end; not closed here
   * @param name as the sender calls it, by which its form is told and leads name their source
   * @param rejections is told every row, of those asked for, that is no lead; not closed here
   * @throws InputException if the stream cannot be read, or no column is known to hold a name or
   *     website
   */
  public static LeadFile receive(
      InputStream list, String name, ReadSettings settings, Rejections rejections) {
    String shown = ReceivedFile.nameOf(name);
    try {
      ReceivedFile received = ReceivedFile.keep(list, shown);
      try {
        return opened(received.file(), Optional.of(received), settings, rejections);
      } catch (IOException | RuntimeException e) {
        received.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(shown, e);
    } catch (InputException e) {
      throw new InputException(shown + ": " + e.getMessage(), e);
    }
  }

  private static LeadFile opened(
      Path file, Optional<ReceivedFile> received, ReadSettings settings, Rejections rejections)
      throws IOException {
    LeadFile list = new LeadFile(file, received, settings);
    list.survey(rejections);
    return list;
  }

  private void survey(Rejections rejections) throws IOException {
    try (RowSource rows = format.open(file, mapping)) {
      Row row = rows.next();
      for (int ordinal = 1; row != null && leads < settings.limit(); row = rows.next()) {
        if (ordinal > settings.range().last()) {
          break;
        }
        if (settings.range().contains(ordinal)) {
          consider(ordinal, row, rejections);
        } else {
          folds.skip(ordinal);
        }
        last = ordinal++;
      }
      breakOff = row == null ? rows.breakOff() : Optional.empty();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
    folds.finish();
  }

  private void consider(int ordinal, Row row, Rejections rejections) throws IOException {
    RowReading reading = read(row);
    RejectedRow problem = reading.problem();
    if (problem != null) {
      rejections.add(problem);
      rejected++;
      folds.skip(ordinal);
    } else if (folds.isFirst(ordinal, reading)) {
      leads++;
    }
  }

  private RowReading read(Row row) {
    return new RowReading(name(), row, mapping);
  }

  private Lead lead(Row first, Folds.Folded folded) {
    List<RowReading> others = folded.rows().stream().map(this::read).toList();
    return new RowLead(name(), read(first), others, folded).lead();
  }

  private String name() {
    return String.valueOf(file.getFileName());
  }

  /** Returns how many leads there are. */
  public long leads() {
    return leads;
  }

  /** Returns how many rows are no leads. */
  public long rejectedRows() {
    return rejected;
  }

  /**
   * Returns where and how the list breaks off, such as a compressed file that was not copied to its
   * end or a JSON list that is not closed: what came behind is missing.
   */
  public Optional<String> breakOff() {
    return breakOff;
  }

  /** Returns how many rows were folded into an earlier one. */
  public long foldedRows() {
    return folds.size();
  }

  /** Returns the leads in the order of the list, from its beginning. */
  @Override
  public Iterator<Lead> iterator() {
    try {
      RowSource rows = format.open(file, mapping);
      open.add(rows);
      return new Leads(rows);
    } catch (IOException e) {
      throw unreadable(name(), e);
    }
  }

  /** Ends every iteration. */
  @Override
  public void close() {
    try {
      for (RowSource rows : open) {
        rows.close();
      }
      folds.close();
      if (received.isPresent()) {
        received.get().close();
      }
    } catch (IOException e) {
      throw unreadable(name(), e);
    }
  }

  private static InputException unreadable(String file, IOException cause) {
    return new InputException(file + " cannot be read: " + cause.getMessage(), cause);
  }

  /** Reads one lead ahead. */
  private final class Leads implements Iterator<Lead> {

    private final RowSource rows;
    private int ordinal;
    private @Nullable Lead ahead;

    Leads(RowSource rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      if (ahead == null) {
        ahead = advance();
      }
      return ahead != null;
    }

    @Override
    public Lead next() {
      Lead lead = ahead == null ? advance() : ahead;
      ahead = null;
      if (lead == null) {
        throw new java.util.NoSuchElementException();
      }
      return lead;
    }

    private @Nullable Lead advance() {
      try {
        while (ordinal < last) {
          Row row = rows.next();
          ordinal++;
          if (row == null) {
            return null;
          }
          if (!folds.isSkipped(ordinal)) {
            return lead(row, folds.into(ordinal));
          }
        }
        rows.close();
        return null;
      } catch (IOException e) {
        throw unreadable(name(), e);
      }
    }
  }
}
