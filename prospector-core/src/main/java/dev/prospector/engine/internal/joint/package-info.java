/** Several agents' questions put to a model as one: how they are joined, and the answer parted. */
@org.jspecify.annotations.NullMarked
package dev.prospector.engine.internal.joint;
