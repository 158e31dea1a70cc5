/**
 * Runs whose agents work elsewhere and report by HTTP: they are stored runs of pipeline {@code
 * remote}, so that webhooks and those who follow runs see them like any other.
 */
@NullMarked
package dev.prospector.tracking.remote;

import org.jspecify.annotations.NullMarked;
