package dev.prospector.evidence;

/**
 * A claim that was not accepted, counted and kept with its reason. It holds neither value nor
 * quote, since both may be personal or invented.
 *
 * @param field the field it was meant for
 * @param reason why it fell
 */
public record Rejection(String field, Reason reason) {

  /** Why a claim fell. */
  public enum Reason {
    /** The quote does not stand in the snapshot. */
    QUOTE_NOT_FOUND,
    /** There is no such snapshot. */
    SNAPSHOT_NOT_FOUND,
    /** Nothing, or white space only, was quoted. */
    EMPTY_QUOTE,
    /** Code does not read the value out of the quote, and the field's type asks for it. */
    NOT_DERIVED,
    /** It is about somebody who said no. */
    SUPPRESSED,
    /** Its words give orders to a machine that reads them. */
    ADDRESSES_MACHINE,
    /** Its value or its words ask or bid their reader instead of stating something. */
    STATES_NOTHING
  }
}
