package dev.prospector.adapter.store.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gives that goes to the server with others in one message. To ask for several
 * things before the first is looked at takes no longer than to ask for one.
 *
 * @param <R> what it gives
 */
public final class Asked<R> {

  private final Sender sender;
  private final Reader<R> reader;
  private @Nullable R answer;

  /** Sends what waits, and has everything read that was asked. */
  @FunctionalInterface
  public interface Sender {
    void send() throws SQLException;
  }

  /** Reads what a statement gave, at which the driver stands. */
  @FunctionalInterface
  public interface Reader<R> {
    R read(PreparedStatement statement) throws SQLException;
  }

  public Asked(Sender sender, Reader<R> reader) {
    this.sender = sender;
    this.reader = reader;
  }

  /** Returns what need not be asked. */
  public static <R> Asked<R> known(R answer) {
    Asked<R> known = new Asked<>(() -> {}, statement -> answer);
    known.answer = answer;
    return known;
  }

  public void readFrom(PreparedStatement statement) throws SQLException {
    answer = reader.read(statement);
  }

  /** Returns it, once it has been sent. */
  public R get() throws SQLException {
    if (answer == null) {
      sender.send();
    }
    return Objects.requireNonNull(answer);
  }
}
