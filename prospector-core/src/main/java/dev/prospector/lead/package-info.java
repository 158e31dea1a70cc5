/** The companies to research: who they are and where the host had them from. */
@NullMarked
package dev.prospector.lead;

import org.jspecify.annotations.NullMarked;
