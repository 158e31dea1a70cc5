/** What companies say that they are, such as hauliers or dentists, in words of three languages. */
@NullMarked
package dev.prospector.agents.trade;

import org.jspecify.annotations.NullMarked;
