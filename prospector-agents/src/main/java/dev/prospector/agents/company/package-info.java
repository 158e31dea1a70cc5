/** What a company does and how large it is, read from its texts by rules and a small model. */
@NullMarked
package dev.prospector.agents.company;

import org.jspecify.annotations.NullMarked;
