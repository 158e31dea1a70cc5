/** The contract test of a store of runs. */
@org.jspecify.annotations.NullMarked
package dev.prospector.testkit.contract.run;
