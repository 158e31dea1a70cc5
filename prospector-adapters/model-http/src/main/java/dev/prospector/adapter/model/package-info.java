/** Language models and embedders over HTTP: five dialects, and providers as data. */
@org.jspecify.annotations.NullMarked
package dev.prospector.adapter.model;
