/** Language and embedding models that a host already has with Spring AI. */
@NullMarked
package dev.prospector.adapter.springai;

import org.jspecify.annotations.NullMarked;
