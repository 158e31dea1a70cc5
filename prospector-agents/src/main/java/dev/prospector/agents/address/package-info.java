/**
 * Web addresses: parsed as browsers parse them, in one canonical form for comparing, and the domain
 * that somebody registered. What is malformed is refused with the reason, never repaired.
 */
@NullMarked
package dev.prospector.agents.address;

import org.jspecify.annotations.NullMarked;
