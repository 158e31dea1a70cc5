/** The suppression list: who is not to be researched, stored or contacted. */
@org.jspecify.annotations.NullMarked
package dev.prospector.privacy;
