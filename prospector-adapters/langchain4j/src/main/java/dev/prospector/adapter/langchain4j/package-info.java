/** Language and embedding models that a host already has with LangChain4j. */
@NullMarked
package dev.prospector.adapter.langchain4j;

import org.jspecify.annotations.NullMarked;
