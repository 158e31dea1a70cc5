/** Contract tests of the ports: extend one to test an adapter. */
@org.jspecify.annotations.NullMarked
package dev.prospector.testkit.contract;
