package dev.prospector.engine.internal.step;

import dev.prospector.engine.internal.limit.Permits;
import org.jspecify.annotations.Nullable;

/**
 * A step that may begin.
 *
 * @param step its index
 * @param execution if it is known that it is to be executed; null if that is to be looked up
 * @param permits what it holds already
 */
record Turn(int step, @Nullable StepExecution<?> execution, Permits permits) {}
