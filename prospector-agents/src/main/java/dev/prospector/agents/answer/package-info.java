/** Answers of language models: the form they are asked for, how they are read, what they quote. */
@org.jspecify.annotations.NullMarked
package dev.prospector.agents.answer;
