/** What is known about one lead: typed sections, who wrote them, and from which inputs. */
@NullMarked
package dev.prospector.dossier;

import org.jspecify.annotations.NullMarked;
