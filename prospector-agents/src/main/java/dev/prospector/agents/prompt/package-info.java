/** What agents ask models: prompt files, the parts of a question, and the checks of an answer. */
@NullMarked
package dev.prospector.agents.prompt;

import org.jspecify.annotations.NullMarked;
