/**
 * The technologies that a website runs on, told from what its server sends: headers, cookies,
 * script addresses, meta entries and mark-up, by the fingerprints of Wappalyzer's last MIT version
 * and our own for newer and Brazilian tools.
 */
@NullMarked
package dev.prospector.agents.technology;

import org.jspecify.annotations.NullMarked;
