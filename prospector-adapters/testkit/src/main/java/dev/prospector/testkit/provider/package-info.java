/** Providers of language models that are simulated, over HTTP and in process, under any clock. */
@org.jspecify.annotations.NullMarked
package dev.prospector.testkit.provider;
