/** Steps of one lead: which may begin, who is asked, retries, and what they end with. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.step;
