package dev.prospector.adapter.imports;

/**
 * A row that did not become a lead.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param column the column at fault, as the file names it; empty when it is the whole row
 * @param value what stands there, at most 200 characters of it
 * @param reason what is wrong with it, in a sentence without a full stop
 */
public record RejectedRow(long line, String column, String value, String reason) {

  private static final int LONGEST_VALUE = 200;

  /** Shortens the value. */
  public RejectedRow {
    value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }

  /** Says it in a line, such as for a log. */
  @Override
  public String toString() {
    String where = column.isEmpty() ? "line " + line : "line " + line + ", column " + column;
    String oneLine = value.strip().replaceAll("\\s+", " ");
    return where + ": " + reason + (oneLine.isEmpty() ? "" : " ('" + oneLine + "')");
  }
}
