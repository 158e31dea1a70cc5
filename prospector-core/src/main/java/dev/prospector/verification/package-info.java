/**
 * Ports that check e-mail addresses, telephone numbers and VAT numbers. What could not be checked
 * is unknown, and makes nothing more certain.
 */
@NullMarked
package dev.prospector.verification;

import org.jspecify.annotations.NullMarked;
