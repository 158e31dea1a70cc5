/** What others and the company's own news say of it, once it is sure that it is this company. */
@NullMarked
package dev.prospector.agents.research;

import org.jspecify.annotations.NullMarked;
