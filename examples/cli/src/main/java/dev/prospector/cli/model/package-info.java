/** Language models as they are said on the command line. */
@org.jspecify.annotations.NullMarked
package dev.prospector.cli.model;
